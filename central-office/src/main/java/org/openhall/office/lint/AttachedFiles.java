package org.openhall.office.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openhall.content.Attachment;
import org.openhall.content.Attachments;
import org.openhall.content.ContentRecord;

/**
 * The files that records name: whether they are there, are what they are said to be, harm nobody
 * who opens them, and name no person. Each is read once, however many records name it.
 */
final class AttachedFiles {
  /** Findings of one rule in one file that are listed. */
  private static final int MOST = 20;

  /** Endings of what runs where it is opened, or carries what runs. */
  private static final Set<String> RUNNING =
      Set.of(
          "exe", "com", "scr", "pif", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta",
          "msi", "jar", "lnk", "url", "reg", "cpl", "dll", "apk", "sh", "html", "htm", "svg", "xht",
          "docm", "dotm", "xlsm", "xltm", "xlam", "pptm");

  private final Path folder;
  private final Persons persons;
  private final Map<String, List<Found>> known = new HashMap<>();

  /** What was found in a file: the rule, and the words for it. */
  record Found(Rule rule, String shown) {}

  AttachedFiles(Path folder, Persons persons) {
    this.folder = folder;
    this.persons = persons;
  }

  void check(ContentRecord record, Complaints complaints) throws IOException {
    Set<String> named = new HashSet<>();
    for (Attachment file : Attachments.of(record)) {
      if (named.add(file.sha256())) {
        for (Found found : look(file)) {
          complaints.add(found.rule(), "attachments", file.name() + ": " + found.shown());
        }
      }
    }
  }

  private List<Found> look(Attachment file) throws IOException {
    List<Found> found = known.get(file.sha256());
    if (found == null) {
      found = List.copyOf(read(file));
      known.put(file.sha256(), found);
    }
    return found;
  }

  private List<Found> read(Attachment file) throws IOException {
    List<Found> found = new ArrayList<>();
    if (runs(file.name())) {
      found.add(new Found(Rule.DANGEROUS_FILE, ending(file.name())));
    }
    Path path = folder.resolve(file.sha256());
    if (!Files.isRegularFile(path) || Files.size(path) != file.length()) {
      found.add(new Found(Rule.MISSING_FILE, file.sha256().substring(0, 12)));
      return found;
    }
    Set<Found> inside = new HashSet<>();
    FileContent content = new FileContent(file, path);
    content.read(
        (rule, shown) -> found.add(new Found(rule, shown)),
        (text, place, heading) ->
            persons.text(
                text,
                place,
                heading,
                (rule, shown) -> {
                  Found one = new Found(rule, shown);
                  if (found.stream().filter(f -> f.rule() == rule).count() < MOST
                      && inside.add(one)) {
                    found.add(one);
                  }
                }));
    return found;
  }

  /** Whether a name ends like a program or a page with scripts; also {@code a.pdf.exe}. */
  static boolean runs(String name) {
    return RUNNING.contains(ending(name));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
  }
}
