// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace golden {

/// The files of the events' schemas, by the stems of their headers. The build makes it.
[[nodiscard]] const std::map<std::string_view, std::string>& schema_files();

}  // namespace golden
