package org.openhall.office.desk.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openhall.office.edit.FieldProblem;
import org.springframework.context.MessageSource;

/** What the fields of records are called, and some of what stands in them, in one language. */
public final class FieldWords {
  private static final Pattern PART = Pattern.compile("([A-Za-z0-9]+)(?:\\[(\\d+)])?");

  private final MessageSource words;
  private final Locale locale;

  public FieldWords(MessageSource words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  /** The words for a path, e.g. 申请材料 第 3 项 · 名称 for {@code materials[2].name}. */
  public String label(String path) {
    List<String> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    Matcher part = PART.matcher(path);
    while (part.find()) {
      String name = part.group(1);
      plain.append(plain.isEmpty() ? "" : ".").append(name);
      if (!isSilent(name) || part.group(2) != null) {
        parts.add(name(plain.toString(), name) + index(part.group(2)));
      }
    }
    return String.join(" · ", parts);
  }

  /** The words for the last part of a path alone, beside a heading that says the rest. */
  public String column(String path) {
    String label = label(path);
    int last = label.lastIndexOf(" · ");
    return last < 0 ? label : label.substring(last + " · ".length());
  }

  /** Names that say nothing beside what stands in them. */
  private static boolean isSilent(String name) {
    return name.equals("header") || name.equals("text");
  }

  private String name(String plain, String name) {
    return said("field." + plain).or(() -> said("field." + name)).orElse(name);
  }

  /** Without a default: that would be read as a pattern, and texts have quotes and braces. */
  private Optional<String> said(String key) {
    return Optional.ofNullable(words.getMessage(key, null, null, locale));
  }

  private String index(@Nullable String index) {
    return index == null
        ? ""
        : " "
            + words.getMessage(
                "field.nth", new Object[] {Integer.toString(Integer.parseInt(index) + 1)}, locale);
  }

  /** An id of which the catalogue knows no name. */
  String unknown(String id) {
    return words.getMessage("edit.unknown-id", new Object[] {id}, locale);
  }

  /** What is the matter with a field. */
  String problem(FieldProblem problem) {
    Object[] said = {problem.said()};
    return words.getMessage("edit.problem." + problem.key(), said, locale);
  }

  /** The words for a constant such as {@code in-force}; any other text as it is. */
  public String value(String text) {
    return Arrays.stream(text.split(" · ", -1))
        .map(this::constant)
        .collect(Collectors.joining(" · "));
  }

  private String constant(String text) {
    return said("field.value." + text).orElse(text);
  }
}
