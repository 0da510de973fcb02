// SPDX-License-Identifier: Apache-2.0
#pragma once

#ifndef EVENTC_HAS_IDN
#error \
    "a schema has a format that libidn2 must check: install libidn2 (libidn2-dev on Debian, libidn2-devel on Fedora and Amazon Linux), build eventc with it, and link eventc::idn"
#endif

#include "eventc/format_idn.hpp"
#include "eventc/schema.hpp"

/// The same for those that need IDNA: they link eventc::idn.
namespace eventc::format {

inline constexpr schema::Format hostname{"hostname", is_hostname};
inline constexpr schema::Format idn_hostname{"idn-hostname", is_idn_hostname};
inline constexpr schema::Format idn_email{"idn-email", is_idn_email_checked};

}  // namespace eventc::format
