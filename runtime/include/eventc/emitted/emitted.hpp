// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Everything that an emitted source file needs of the runtime.

#include "eventc/emitted/codec_containers.hpp"  // IWYU pragma: export
#include "eventc/emitted/codec_content.hpp"     // IWYU pragma: export
#include "eventc/emitted/codec_enum_map.hpp"    // IWYU pragma: export
#include "eventc/emitted/codec_optional.hpp"    // IWYU pragma: export
#include "eventc/emitted/codec_scalars.hpp"     // IWYU pragma: export
#include "eventc/emitted/codec_union.hpp"       // IWYU pragma: export
#include "eventc/emitted/document.hpp"          // IWYU pragma: export
#include "eventc/emitted/item_reader.hpp"       // IWYU pragma: export
#include "eventc/emitted/object_reader.hpp"     // IWYU pragma: export
#include "eventc/emitted/object_writer.hpp"     // IWYU pragma: export
#include "eventc/pattern.hpp"                   // IWYU pragma: export
