// Where in an HTML document a piece of text stands, as a browser would read it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace waymark {

enum class HtmlPlace : std::uint8_t {
  text,
  tag_open,  // after "<" or "</"
  tag_name,
  tag,  // between attributes
  attribute_name,
  after_name,    // white space after an attribute's name
  before_value,  // after "="
  unquoted,
  quoted,
  comment,
  declaration,     // <!doctype>, <?xml?>
  raw_text,        // <script>, <style>
  escapable_text,  // <title>, <textarea>
};

enum class HtmlAttribute : std::uint8_t { plain, url, event, style, document };

// Fed with the text of a template piece by piece; told where tags of the template cut it.
class HtmlReader {
 public:
  // False where a name in a tag went on after a cut; once for each tag.
  bool read(std::string_view html);
  void read_value();  // a value of unknown text stands here
  void cut();         // a section, block or call begins or ends here

  HtmlPlace place() const { return place_; }
  HtmlAttribute attribute() const { return attribute_; }
  const std::string& element() const { return element_; }
  const std::string& attribute_name() const { return name_; }
  bool url_is_settled() const { return url_settled_; }  // no value can change its scheme any more
  bool is_linked_data() const { return linked_data_; }  // in <script type="application/ld+json">
  bool is_broken() const { return broken_; }            // such a name stands in this tag

  // The same place for whatever follows; `join` then forgets what only one of the two knows.
  bool same_place(const HtmlReader& other) const;
  // A value needs the same escape in both, though they may be different attributes.
  bool same_escape(const HtmlReader& other) const;
  void join(const HtmlReader& other);
  std::string describe() const;  // "text", "a tag", "<title>": for messages

 private:
  void read(char c);
  void read_tag_open(char c);
  void read_tag(char c);
  void read_name(char c);
  void read_before_value(char c);
  void read_quoted(char c);
  void read_until(char c, std::string_view end);
  void read_element_text(char c);
  void end_tag();
  void begin_value(char quote);

  HtmlPlace place_ = HtmlPlace::text;
  HtmlAttribute attribute_ = HtmlAttribute::plain;
  std::string element_;  // the tag that is read, or whose text is read
  std::string name_;     // the attribute
  std::string value_;    // of a `type` attribute
  std::string tail_;     // of a comment or raw text: what may be the beginning of its end
  char quote_ = '"';
  bool closing_ = false;  // </name
  bool url_settled_ = false;
  bool linked_data_ = false;
  bool cut_ = false;
  bool broken_ = false;
};

}  // namespace waymark
