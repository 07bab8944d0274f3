package org.openhall.kiosk.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.openhall.content.Block;
import org.openhall.content.Notice;

/** What the frame itself announces: the running line, and an emergency over everything. */
final class NoticeBoard {
  private static final String BETWEEN = "　　◆　　";

  private final ReadOnlyStringWrapper running = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<Notice>> emergency =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Set<String> read = new HashSet<>();
  private List<Notice> notices = List.of();

  NoticeBoard(Published published) {
    published.notices().subscribe(this::show);
  }

  /** The line that runs on the attract and home screens; empty for none. */
  ReadOnlyStringProperty running() {
    return running.getReadOnlyProperty();
  }

  /** The emergency that this visitor has not read yet. */
  ReadOnlyObjectProperty<Optional<Notice>> emergency() {
    return emergency.getReadOnlyProperty();
  }

  /** The visitor has read the emergency; the next visitor will see it again. */
  void acknowledge() {
    emergency.get().ifPresent(notice -> read.add(notice.header().id()));
    announceEmergency();
  }

  /** The visit is over. */
  void forget() {
    read.clear();
    announceEmergency();
  }

  private void show(List<Notice> effective) {
    notices = effective;
    running.set(
        notices.stream()
            .filter(notice -> notice.kind() == Notice.Kind.SCROLLING)
            .map(NoticeBoard::line)
            .collect(Collectors.joining(BETWEEN)));
    announceEmergency();
  }

  private void announceEmergency() {
    emergency.set(
        notices.stream()
            .filter(notice -> notice.kind() == Notice.Kind.EMERGENCY)
            .filter(notice -> !read.contains(notice.header().id()))
            .findFirst());
  }

  private static String line(Notice notice) {
    return paragraphs(notice).isEmpty()
        ? notice.title()
        : notice.title() + "：" + String.join(" ", paragraphs(notice));
  }

  /** The paragraphs of a notice, for places that show no more than running text. */
  static List<String> paragraphs(Notice notice) {
    return notice.body().stream()
        .filter(Block.Paragraph.class::isInstance)
        .map(block -> ((Block.Paragraph) block).text())
        .toList();
  }
}
