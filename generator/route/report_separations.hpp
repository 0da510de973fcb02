// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "route/separation.hpp"

/// What a user is told of events that are hard to tell apart.
namespace eventc::compiler {

/// An event that requires nothing, or a branch of which does not: a warning.
void report_unroutable(const RoutedEvent& event, const EventForms& found, Diagnostics& diagnostics);

/// For each pair of events some forms of which overlap: an error, with a payload that both accept
/// where one is found.
void report_overlaps(const NormalForm& form, const std::vector<RoutedEvent>& events,
                     const std::vector<Candidate>& candidates,
                     const std::vector<Separation>& separations, Diagnostics& diagnostics);

/// What one event changes for another: a warning where it takes all payloads that the other would
/// have; a note where it takes payloads that the other would have
/// without it, unless a higher priority says that this is meant; and a note where both are
/// recognised by facts that they would not need without each other.
void note_consequences(const std::vector<RoutedEvent>& events,
                       const std::vector<Candidate>& candidates,
                       const std::vector<Separation>& separations, Diagnostics& diagnostics);

/// Two of several events of which each has to be asked for before the next: an error.
void report_circle(const RoutedEvent& one, const RoutedEvent& other, Diagnostics& diagnostics);

}  // namespace eventc::compiler
