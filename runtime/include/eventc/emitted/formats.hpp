// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eventc/format.hpp"
#include "eventc/schema.hpp"

/// Formats as emitted tables name them, where "format" is checked.
namespace eventc::format {

inline constexpr schema::Format date_time{"date-time", is_date_time};
inline constexpr schema::Format date{"date", is_date};
inline constexpr schema::Format time{"time", is_time};
inline constexpr schema::Format duration{"duration", is_duration};
inline constexpr schema::Format email{"email", is_email};
inline constexpr schema::Format hostname_draft_04{"hostname", is_hostname_draft_04};
inline constexpr schema::Format ipv4{"ipv4", is_ipv4};
inline constexpr schema::Format ipv6{"ipv6", is_ipv6};
inline constexpr schema::Format uri{"uri", is_uri};
inline constexpr schema::Format uri_reference{"uri-reference", is_uri_reference};
inline constexpr schema::Format iri{"iri", is_iri};
inline constexpr schema::Format iri_reference{"iri-reference", is_iri_reference};
inline constexpr schema::Format uuid{"uuid", is_uuid};
inline constexpr schema::Format uri_template{"uri-template", is_uri_template};
inline constexpr schema::Format json_pointer{"json-pointer", is_json_pointer};
inline constexpr schema::Format relative_json_pointer{"relative-json-pointer",
                                                      is_relative_json_pointer};
inline constexpr schema::Format relative_json_pointer_draft_07{"relative-json-pointer",
                                                               is_relative_json_pointer_draft_07};
inline constexpr schema::Format regex{"regex", is_regex};

}  // namespace eventc::format
