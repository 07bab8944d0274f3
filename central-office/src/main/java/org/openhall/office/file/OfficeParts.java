package org.openhall.office.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a packed document: what their names and their XML say (ISO/IEC 29500-2, -3). */
final class OfficeParts {
  private static final Pattern MACRO =
      Pattern.compile(".*vba(project|data).*|(xl|word)/(macrosheets|customui)/.*");
  private static final Pattern EMBEDDED =
      Pattern.compile(".*/(embeddings|activex|ctrlprops)/.*|.*oleobject.*\\.bin");
  private static final Pattern EXTERNAL =
      Pattern.compile("xl/(externallinks|querytables)/.*|xl/(connections|webextensions?).*");
  private static final Pattern ARCHIVE =
      Pattern.compile(".*\\.(zip|rar|7z|gz|bz2|xz|tar|tgz|jar|cab|iso)");
  private static final Pattern RELATIONSHIP = Pattern.compile("<(\\w+:)?Relationship\\s[^>]*>");
  private static final Pattern DOCTYPE = Pattern.compile("<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST)");

  private OfficeParts() {}

  /** What is wrong with an entry by its name alone. */
  static Optional<FileFault> byName(String entry) {
    String name = entry.toLowerCase(Locale.ROOT);
    if (!FileName.staysInside(entry)) {
      return Optional.of(FileFault.NAME);
    } else if (MACRO.matcher(name).matches()) {
      return Optional.of(FileFault.MACRO);
    } else if (EMBEDDED.matcher(name).matches()) {
      return Optional.of(FileFault.EMBEDDED);
    } else if (EXTERNAL.matcher(name).matches()) {
      return Optional.of(FileFault.EXTERNAL_LINK);
    }
    return FileName.runs(name) ? Optional.of(FileFault.PROGRAM) : Optional.empty();
  }

  static boolean isXml(String name) {
    return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
  }

  static boolean isArchive(String name) {
    return ARCHIVE.matcher(name).matches();
  }

  /** What is wrong with an XML part; XML that is not UTF-8 is nobody's, and hides what it says. */
  static void check(String name, String xml, FileContent.Faults faults) {
    if (xml.indexOf('\0') >= 0 || xml.startsWith("\uFFFD\uFFFD")) {
      faults.add(FileFault.BROKEN, name);
    } else if (DOCTYPE.matcher(xml).find()) {
      faults.add(FileFault.DOCTYPE, name);
    } else if (name.endsWith("[content_types].xml") && xml.contains("macroEnabled")) {
      faults.add(FileFault.MACRO, name);
    } else if (name.endsWith(".rels")) {
      relationships(name, xml, faults);
    }
  }

  /** A link that is followed when somebody presses it is none that is followed by itself. */
  private static void relationships(String name, String xml, FileContent.Faults faults) {
    Matcher relationship = RELATIONSHIP.matcher(xml);
    while (relationship.find()) {
      String tag = relationship.group();
      if (tag.matches("(?s).*TargetMode\\s*=\\s*[\"']External[\"'].*")
          && !tag.matches("(?s).*Type\\s*=\\s*[\"'][^\"']*/hyperlink[\"'].*")) {
        faults.add(FileFault.EXTERNAL_LINK, name);
        return;
      }
    }
  }
}
