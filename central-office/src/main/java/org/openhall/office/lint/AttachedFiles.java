package org.openhall.office.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.content.Attachment;
import org.openhall.content.Attachments;
import org.openhall.content.ContentRecord;
import org.openhall.office.file.FileContent;
import org.openhall.office.file.FileFault;
import org.openhall.office.file.FileName;
import org.openhall.office.lint.PersonalNumbers.Place;

/**
 * The files that records name: whether they are there, are what they are said to be, harm nobody
 * who opens them, and name no person. Each is read once, however many records name it.
 */
final class AttachedFiles {
  /** Findings of one rule in one file that are listed. */
  private static final int MOST = 20;

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
    if (FileName.runs(file.name())) {
      found.add(new Found(Rule.DANGEROUS_FILE, FileName.ending(file.name())));
    }
    Path path = folder.resolve(file.sha256());
    if (!Files.isRegularFile(path) || Files.size(path) != file.length()) {
      found.add(new Found(Rule.MISSING_FILE, file.sha256().substring(0, 12)));
      return found;
    }
    Optional<FileContent> content = FileContent.of(file.mediaType(), path);
    if (content.isEmpty()) {
      found.add(new Found(Rule.BROKEN_FILE, file.mediaType()));
      return found;
    }
    content
        .get()
        .read(
            (fault, detail) -> found.add(new Found(ruleOf(fault), detail)),
            (text, heading) -> persons.text(text, Place.CELL, heading, once(found)));
    return found;
  }

  /** Takes each finding of a file once, and not more of a rule than are listed. */
  private static Persons.Found once(List<Found> found) {
    Set<Found> inside = new HashSet<>();
    return (rule, shown) -> {
      Found one = new Found(rule, shown);
      if (found.stream().filter(f -> f.rule() == rule).count() < MOST && inside.add(one)) {
        found.add(one);
      }
    };
  }

  private static Rule ruleOf(FileFault fault) {
    return switch (fault.nature()) {
      case DANGEROUS -> Rule.DANGEROUS_FILE;
      case LOCKED -> Rule.LOCKED_FILE;
      case BROKEN -> Rule.BROKEN_FILE;
    };
  }
}
