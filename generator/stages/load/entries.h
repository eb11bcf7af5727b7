// Records with a page of their own: a file each, front matter its data, the rest its prose.
#pragma once

#include "stages/load/content_file.h"

namespace waymark {

void read_article(const ContentFile& file);
void read_role(const ContentFile& file);
void read_skill(const ContentFile& file);
void read_certification(const ContentFile& file);
void read_page(const ContentFile& file);

}  // namespace waymark
