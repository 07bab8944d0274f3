package org.openhall.office.lint;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.content.ContentRecord;
import org.openhall.content.RecordTexts;

/** Texts that were never written, or did not survive a conversion. */
final class Wording {
  private static final Pattern NOTHING =
      Pattern.compile(
          "[-—–_/\\\\.。…*xX×?？\\s]*|(?i:null|undefined|nan|n/a|todo|tbd|test|\\[object object])");
  private static final Pattern TO_COME =
      Pattern.compile(
          "(待|请|需)(补充|完善|填写|录入|更新|定|录|补)(内容)?[。.…]*|暂无(内容|数据)?[。.]?|测试(数据|内容|标题)?\\d*|此处(填写|输入).{0,20}");

  /** Fields in which 无 or a dash is an answer, or a mark of its own. */
  private static final Set<String> NOT_READ =
      Set.of("cells", "sha256", "json", "items", "label", "standard", "name", "text");

  private static final Pattern TORN =
      Pattern.compile(
          "\uFFFD|锟斤拷|烫烫烫|&(?:amp;)*(?:nbsp|lt|gt|quot|ldquo|rdquo|mdash|#\\d{2,5});"
              + "|</?(?:p|br|div|span|td|tr|table|font|a|img|strong|style|script)\\b[^>]{0,200}>|[ÃÂ][\u0080-\u00BF]|[åäæçèé][\u0080-\u00BF]{2}");

  private static final Pattern INTERNAL =
      Pattern.compile(
          "(?i:https?|ftp)://(?:localhost|127\\.|10\\.\\d|192\\.168\\.|172\\.(?:1[6-9]|2\\d|3[01])\\.)[^\\s，。；）]*"
              + "|(?i:file:///?|javascript:)[^\\s，。；）]{1,60}|\\\\\\\\[A-Za-z0-9._-]+\\\\[^\\s，。；]{1,40}|\\b[C-F]:\\\\[^\\s，。；]{1,60}");

  private Wording() {}

  static void check(ContentRecord record, Complaints complaints) {
    RecordTexts.forEach(
        record,
        (path, name, text, heading) -> {
          if (!NOT_READ.contains(name) && isPlaceholder(text)) {
            complaints.add(Rule.PLACEHOLDER, path.toString(), text);
          }
          if (mayBeTorn(text)) {
            first(TORN, text, Rule.TORN_TEXT, path, complaints);
          }
          if (text.indexOf(':') >= 0 || text.indexOf('\\') >= 0) {
            first(INTERNAL, text, Rule.INTERNAL_ADDRESS, path, complaints);
          }
        });
  }

  /** Whether a text stands for one that is still to come. */
  static boolean isPlaceholder(String text) {
    return text.length() < 30
        && (NOTHING.matcher(text).matches() || TO_COME.matcher(text.strip()).matches());
  }

  private static boolean mayBeTorn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD'
          || c == '&'
          || c == '<'
          || c == '锟'
          || c == '烫'
          || (c >= 0x80 && c <= 0xFF)) {
        return true;
      }
    }
    return false;
  }

  private static void first(
      Pattern pattern, String text, Rule rule, CharSequence path, Complaints complaints) {
    Matcher m = pattern.matcher(text);
    if (m.find()) {
      complaints.add(rule, path.toString(), Excerpt.of(text, m.start(), m.end()));
    }
  }
}
