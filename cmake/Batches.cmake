# compile_in_batches(<target> <count>): with CADRAN_UNITY the files of a target are compiled that many at
# a time. Names in unnamed namespaces must therefore differ within a target.
function(compile_in_batches target count)
  if(CADRAN_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${count})
  endif()
endfunction()
