package org.openhall.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Notice;
import org.openhall.content.RecordHeader;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.store.ReleaseInfo;

class ContentFollowerTest {
  private static final Clock CLOCK =
      Clock.fixed(ReleaseFolder.PUBLISHED, ZoneId.of("Asia/Shanghai"));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static final String MATTER = "n-matter";

  @TempDir Path data;

  /** What would run on the screen's thread; the test's thread takes that part. */
  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();

  private ReleaseFolder folder;
  private ContentFollower follower;

  @BeforeEach
  void begin() {
    folder = new ReleaseFolder(data);
    follower = new ContentFollower(data, CLOCK, screen::add);
  }

  @AfterEach
  void end() {
    follower.close();
  }

  @Test
  void saysThatThereIsNoContentAndShowsWhatArrivesLater() throws IOException {
    follower.start();
    awaitState(ContentState.Missing.class);

    folder.publish(1, List.of());

    awaitShown(1);
  }

  @Test
  void answersFromTheShownRelease() throws IOException {
    folder.publish(1, List.of(notice("n-1")));
    follower.start();
    awaitShown(1);

    assertEquals(List.of("n-1"), titles());
  }

  @Test
  void keepsTheReleaseUnderTheReadersFingerUntilThePageIsTurned() throws IOException {
    folder.publish(1, List.of(notice("old")));
    follower.start();
    awaitShown(1);
    follower.readerAtRest(false);

    folder.publish(2, List.of(notice("new")));
    await(() -> follower.published().newerWaiting().get());
    assertEquals(List.of("old"), titles());

    follower.pageTurned();
    assertEquals(List.of("new"), titles());
    awaitShown(2);
  }

  @Test
  void tellsTheNoticesOfAWaitingReleaseAtOnce() throws IOException {
    folder.publish(1, List.of());
    follower.start();
    awaitShown(1);
    follower.readerAtRest(false);

    folder.publish(2, List.of(ReleaseFolder.notice("e", Notice.Kind.EMERGENCY, "疏散")));

    await(() -> !follower.published().notices().get().isEmpty());
    assertEquals(1, follower.published().release().orElseThrow().number());
  }

  @Test
  void whatIsWithdrawnGoesAtOnceAndAnEmergencyComesWithoutARelease() throws IOException {
    folder.publish(1, List.of(notice("good"), notice("bad")));
    follower.start();
    awaitShown(1);
    follower.readerAtRest(false);
    assertEquals(List.of("bad", "good"), titles().stream().sorted().toList());

    Instant now = CLOCK.instant();
    EmergencyList list =
        new EmergencyList(
            now,
            List.of(new EmergencyList.Withdrawal(notice("bad").header().id(), "有误", now)),
            List.of(
                new EmergencyList.Alert("a", "疏散", List.of("请离开。"), now, now.plusSeconds(60)),
                new EmergencyList.Alert("b", "已过", List.of(), now.minusSeconds(9), now)));
    lay(list);

    await(
        () -> follower.published().notices().get().stream().anyMatch(n -> n.title().equals("疏散")));
    assertEquals(
        List.of("疏散", "good"),
        follower.published().notices().get().stream().map(Notice::title).toList());
    assertEquals(List.of("good"), titles());
    String bad = notice("bad").header().id();
    await(() -> follower.published().withdrawn().get().equals(Set.of(bad)));
  }

  @Test
  void aWithdrawnRevisionGoesAndALaterOneIsShownAgain() throws IOException {
    folder.publish(1, List.of(notice("good"), matter(2, "wrong")));
    follower.start();
    awaitShown(1);
    assertEquals(Set.of("good", "wrong"), Set.copyOf(titles()));

    lay(withdrawn(2));
    await(() -> follower.published().withdrawn().get().equals(Set.of(MATTER)));
    assertEquals(List.of("good"), titles());

    folder.publish(2, List.of(notice("good"), matter(3, "corrected")));
    awaitShown(2);
    assertEquals(Set.of("good", "corrected"), Set.copyOf(titles()));
    await(() -> follower.published().withdrawn().get().isEmpty());
  }

  @Test
  void aRevisionBeforeTheWithdrawnOneIsNeverShown() throws IOException {
    lay(withdrawn(2));
    folder.publish(1, List.of(notice("good"), matter(1, "older")));
    follower.start();
    awaitShown(1);
    assertEquals(List.of("good"), titles());

    folder.publish(2, List.of(notice("good"), matter(3, "corrected")));
    awaitShown(2);
    folder.publish(3, List.of(notice("good"), matter(1, "older")));
    awaitShown(3);
    assertEquals(List.of("good"), titles());
  }

  @Test
  void keepsTheLastGoodReleaseWhenTheNextIsBroken() throws IOException {
    folder.publish(1, List.of(notice("good")));
    follower.start();
    awaitShown(1);

    folder.publishGarbage(2);
    folder.publish(3, List.of(notice("good again")));

    awaitShown(3);
    assertEquals(List.of("good again"), titles());
  }

  @Test
  void saysThatTheContentIsDamagedWhenNothingElseIsThere() throws IOException {
    folder.publishGarbage(1);
    follower.start();

    awaitState(ContentState.Damaged.class);
    assertInstanceOf(Answer.Damaged.class, answer());
  }

  @Test
  void startsWithTheReleaseBeforeWhenTheCurrentOneIsBrokenAndSaysSo() throws IOException {
    folder.publish(1, List.of(notice("good")));
    folder.publishGarbage(2);
    follower.start();

    awaitShown(1);
    assertEquals(List.of("good"), titles());
    await(() -> follower.published().freshness().get().equals(new Freshness.Earlier(1, 2)));
  }

  @Test
  void leavesAReleaseThatTurnsOutToBeDamagedWhileItIsRead() throws IOException {
    folder.publish(1, List.of(notice("good")));
    folder.publish(2, List.of(notice("spoilt")));
    folder.spoilRecords(2);
    follower.start();

    awaitShown(1);
    assertEquals(List.of("good"), titles());
  }

  @Test
  void showsAReleaseAgainOnceItsFileIsAnotherOne() throws IOException {
    folder.publish(1, List.of(notice("good")));
    folder.publishGarbage(2);
    follower.start();
    awaitShown(1);

    folder.publish(2, List.of(notice("mended")));

    awaitShown(2);
    assertEquals(List.of("mended"), titles());
    await(() -> follower.published().freshness().get().equals(new Freshness.Fresh()));
  }

  private static Notice notice(String title) {
    return ReleaseFolder.notice("id-" + title.hashCode(), Notice.Kind.ANNOUNCEMENT, title);
  }

  /** The same record in one of its revisions. */
  private static Notice matter(int revision, String title) {
    Notice first = ReleaseFolder.notice(MATTER, Notice.Kind.ANNOUNCEMENT, title);
    return new Notice(
        new RecordHeader(MATTER, revision, null, null, null, first.header().origin()),
        first.kind(),
        title,
        first.publisher(),
        first.publishedOn(),
        first.body(),
        first.unknown());
  }

  private static EmergencyList withdrawn(int revision) {
    Instant now = CLOCK.instant();
    EmergencyList.Withdrawal withdrawal = new EmergencyList.Withdrawal(MATTER, "有误", now, revision);
    return new EmergencyList(now, List.of(withdrawal), List.of());
  }

  /** As the agent lays it beside the content. */
  private void lay(EmergencyList list) throws IOException {
    Path content = Files.createDirectories(data.resolve("content"));
    Path fresh = Files.write(content.resolve(".new"), list.toJson());
    Files.move(fresh, content.resolve("emergency.json"));
  }

  private List<String> titles() {
    Answer<List<Notice>> answer = answer();
    return switch (answer) {
      case Answer.Given<List<Notice>>(List<Notice> notices) ->
          notices.stream().map(Notice::title).toList();
      default -> throw new AssertionError(answer.toString());
    };
  }

  private Answer<List<Notice>> answer() {
    BlockingQueue<Answer<List<Notice>>> answers = new LinkedBlockingQueue<>();
    follower.ask(snapshot -> snapshot.notices(TODAY), answers::add);
    await(() -> !answers.isEmpty());
    return answers.remove();
  }

  private void awaitShown(long release) {
    await(() ->
        follower
            .published()
            .release()
            .map(ReleaseInfo::number)
            .filter(number -> number == release)
            .isPresent());
  }

  private void awaitState(Class<? extends ContentState> state) {
    await(() -> state.isInstance(follower.published().state().get()));
  }

  /** Plays the screen's thread until the condition holds. */
  private void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "waited for 30 seconds in vain");
      runNext();
    }
  }

  private void runNext() {
    try {
      Runnable next = screen.poll(100, TimeUnit.MILLISECONDS);
      if (next != null) {
        next.run();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
