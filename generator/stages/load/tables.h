// Files that hold settings or rows of records without a page.
#pragma once

#include "stages/load/content_file.h"

namespace waymark {

void read_settings(const ContentFile& file);
void read_home(const ContentFile& file);
void read_taxonomies(const ContentFile& file);
void read_sources(const ContentFile& file);
void read_salaries(const ContentFile& file);
void read_figures(const ContentFile& file);
void read_disputes(const ContentFile& file);
void read_titles(const ContentFile& file);
void read_redirects(const ContentFile& file);

}  // namespace waymark
