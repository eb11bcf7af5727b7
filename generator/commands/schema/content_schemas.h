// JSON Schemas of the files in content/, written from the declarations of fields.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "formats/json.h"

namespace waymark {

struct ContentSchema {
  std::string name;  // "salaries": of the file salaries.json
  Json schema;       // draft 7: what the TOML editors know
};

std::vector<ContentSchema> content_schemas();

// Where a site keeps them: they are made, and only editors read them.
inline constexpr std::string_view schema_folder = ".schemas";
Result<Done> write_schemas(FileSystem& files, const std::string& folder);

}  // namespace waymark
