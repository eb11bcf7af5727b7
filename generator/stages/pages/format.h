// Numbers as readers see them: money, percentages, counts, durations. No locale is asked.
#pragma once

#include <string>
#include <string_view>

#include "formats/document.h"
#include "model/records.h"

namespace waymark {

std::string number_text(double number);                            // 1,234.5
std::string money_text(double amount, std::string_view currency);  // $112,590, CHF 95,000
std::string money_text(Amount amount, std::string_view currency);  // ≥ $239,200
// What a table sorts an amount by, as text with numbers: by currency, period (of a year where there
// is none), then size.
std::string sort_key(double amount, std::string_view currency, std::string_view period = {});
// The value in its unit: "34%", "$49,500 a year", "23,400 jobs"; a change has its sign: "+34%".
std::string figure_text(const Figure& figure);
std::string share_text(double share);  // 0 to 1, in whole percent: 41%, under 1%, over 99%
// Its title inside a sentence: "machine learning engineer", but "AI engineer", and as it is where
// its capitals matter.
std::string name_in_sentence(const Subject& subject);
std::string months_text(int months);    // 18 months, 2 years
std::string minutes_text(int minutes);  // 90 min

// At 230 words a minute, at least one.
int reading_minutes(const Document& document);

// At most `limit` code points; what is longer ends at a word, with "…".
std::string cut(std::string_view text, std::size_t limit);

}  // namespace waymark
