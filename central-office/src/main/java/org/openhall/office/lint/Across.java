package org.openhall.office.lint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.ServiceGuide;
import org.openhall.office.lint.LintFinding.Subject;
import org.openhall.repository.metadata.Sha256;

/**
 * What records say of each other: the same thing twice, and bases that have ended. Of each record a
 * hash or two is kept, and its id; of a guide also its title, until the last record was seen.
 */
final class Across {
  private static final Pattern QUOTED = Pattern.compile("《([^《》]{2,80})》");
  private static final Pattern NUMBER =
      Pattern.compile("[\\p{IsHan}]{1,12}[〔\\[［](?:19|20)\\d{2}[〕\\]］]\\d{1,5}号");
  private static final String BETWEEN = "\u001F";

  /** Laws that 民法典 第1260条 repealed from the first day of 2021. */
  private static final Set<String> REPEALED =
      Set.of("婚姻法", "继承法", "民法通则", "收养法", "担保法", "合同法", "物权法", "侵权责任法", "民法总则");

  private final LocalDate today;
  private final LongTable twins = new LongTable();
  private final IdStore ids = new IdStore();
  private final LongTable live = new LongTable();
  private final Map<Long, String> ended = new HashMap<>(); // title or number → the record's id
  private final IdStore guides = new IdStore();
  private long[] references = new long[64]; // title or number, and the guide: in turns
  private int referenced;

  /** Takes what is found when all is seen. */
  @FunctionalInterface
  interface Found {
    void add(Rule rule, Subject subject, String field, @Nullable Object... arguments);
  }

  Across(LocalDate today) {
    this.today = today;
  }

  void check(ContentRecord record, Subject subject, Complaints complaints) {
    switch (record) {
      case DisclosureEntry entry -> {
        twin(
            "entry",
            subject,
            complaints,
            entry.title(),
            entry.documentNumber(),
            entry.publisher(),
            entry.categoryId(),
            entry.writtenOn(),
            entry.writtenOn() == null ? entry.publishedOn() : "");
        remember(entry);
      }
      case ServiceGuide guide -> {
        twin(
            "guide",
            subject,
            complaints,
            guide.title(),
            subject.department(),
            guide.itemCode(),
            guide.audiences());
        bases(guide, subject, complaints);
      }
      default -> {}
    }
  }

  private void twin(
      String type, Subject subject, Complaints complaints, @Nullable Object... parts) {
    String whole = type + BETWEEN + fold(Arrays.toString(parts));
    int number = ids.add(subject.id());
    int first = twins.putIfAbsent(hash(whole), number);
    if (first != LongTable.ABSENT) {
      complaints.add(Rule.DUPLICATE, "", ids.get(first));
    }
  }

  private void remember(DisclosureEntry entry) {
    LocalDate expires = entry.particulars().expiresOn();
    boolean hasEnded =
        switch (entry.validity()) {
          case EXPIRED, ABOLISHED -> true;
          case IN_FORCE, UNSTATED -> expires != null && expires.isBefore(today);
        };
    String number = entry.documentNumber();
    if (!hasEnded) {
      live.putIfAbsent(hash(name(entry.title())), 0);
    } else {
      ended.putIfAbsent(hash(name(entry.title())), entry.header().id());
      if (number != null) {
        ended.putIfAbsent(hash(fold(number)), entry.header().id());
      }
    }
  }

  private void bases(ServiceGuide guide, Subject subject, Complaints complaints) {
    List<String> bases = Statutory.orNone(guide.bases());
    Set<Long> named = new TreeSet<>();
    for (int i = 0; i < bases.size(); i++) {
      for (Matcher m = QUOTED.matcher(bases.get(i)); m.find(); ) {
        named.add(hash(name(m.group(1))));
        if (REPEALED.contains(name(m.group(1)))) {
          complaints.add(Rule.REPEALED_LAW, "bases[" + i + "]", m.group());
        }
      }
      for (Matcher m = NUMBER.matcher(bases.get(i)); m.find(); ) {
        named.add(hash(fold(m.group())));
      }
    }
    if (!named.isEmpty()) {
      int number = guides.add(pack(subject));
      named.forEach(name -> refer(name, number));
    }
  }

  private void refer(long name, int guide) {
    if (referenced + 2 > references.length) {
      references = Arrays.copyOf(references, references.length * 2);
    }
    references[referenced++] = name;
    references[referenced++] = guide;
  }

  /** After the last record. */
  void end(Found found) {
    for (int i = 0; i < referenced; i += 2) {
      String id = ended.get(references[i]);
      if (id != null && live.get(references[i]) == LongTable.ABSENT) {
        found.add(Rule.ENDED_BASIS, unpack(guides.get((int) references[i + 1])), "bases", id);
      }
    }
  }

  private static String pack(Subject subject) {
    return String.join(
        BETWEEN,
        subject.id(),
        subject.title(),
        subject.department(),
        subject.departmentId(),
        Boolean.toString(subject.isImported()));
  }

  private static Subject unpack(String packed) {
    String[] parts = packed.split(BETWEEN, -1);
    return new Subject(parts[0], parts[1], parts[2], parts[3], Boolean.parseBoolean(parts[4]));
  }

  /** A law's name as people quote it: without the country's, without what stands in brackets. */
  private static String name(String title) {
    return fold(title)
        .replaceFirst("^中华人民共和国", "")
        .replaceAll("\\((?:修正|修订|试行|\\d{4}).{0,12}\\)$", "");
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }

  private static long hash(String text) {
    byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong();
  }
}
