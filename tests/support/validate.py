# validate.py FOLDER FILE...: whether each file is what export.schema.json says, by jsonschema, which
# nobody here wrote. Prints the first faults and ends with 1 where one is not.
import json
import sys

import jsonschema

folder, files = sys.argv[1], sys.argv[2:]


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


export = read(folder + "/export.schema.json")
records = read(folder + "/records.schema.json")
for schema in (export, records):
    jsonschema.Draft202012Validator.check_schema(schema)
try:  # jsonschema 4.18 and later
    from referencing import Registry, Resource

    registry = Registry().with_resource(records["$id"], Resource.from_contents(records))
    validator = jsonschema.Draft202012Validator(export, registry=registry)
except ImportError:
    resolver = jsonschema.RefResolver.from_schema(export, store={records["$id"]: records})
    validator = jsonschema.Draft202012Validator(export, resolver=resolver)

code = 0
for path in files:
    for error in list(validator.iter_errors(read(path)))[:3]:
        print(path, list(error.absolute_path), error.message[:300])
        code = 1
sys.exit(code)
