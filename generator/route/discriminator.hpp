// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostic.hpp"
#include "route/routed_event.hpp"

namespace eventc::compiler {

/// The form of an event whose schema names what tells it: "x-eventc": {"discriminator": …}. Its
/// facts are what the schema lets stand there, no more and no less. A place where the schema lets
/// nothing stand is an error.
[[nodiscard]] EventForm form_by_discriminators(const NormalForm& form, const RoutedEvent& event,
                                               Diagnostics& diagnostics);

}  // namespace eventc::compiler
