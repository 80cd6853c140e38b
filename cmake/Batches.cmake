# compile_in_batches(<target>): with CADRAN_UNITY the files of a target are compiled sixteen at a time.
# Names in unnamed namespaces must therefore differ within a target.
function(compile_in_batches target)
  if(CADRAN_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 16)
  endif()
endfunction()
