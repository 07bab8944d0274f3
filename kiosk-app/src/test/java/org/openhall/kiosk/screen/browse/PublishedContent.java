package org.openhall.kiosk.screen.browse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.openhall.content.ContentRecord;
import org.openhall.content.codec.PackWriter;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.StateDigest;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.SnapshotBuilder;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentQuery;
import org.openhall.kiosk.shell.ContentSource;

/** A real snapshot that answers at once, or, while held, when it is told to. */
public final class PublishedContent implements ContentSource, AutoCloseable {
  private static final Instant PUBLISHED = Instant.parse("2026-11-24T01:30:00Z");

  private final ContentSnapshot snapshot;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean held;
  private int asked;

  private PublishedContent(ContentSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Publishes the records into a snapshot in the folder. */
  public static PublishedContent of(Path dir, List<? extends ContentRecord> records)
      throws IOException, UnreadableSnapshotException {
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    try (PackWriter writer = new PackWriter(pack)) {
      for (ContentRecord record : records) {
        writer.add(RecordCodec.encode(record));
      }
    }
    byte[] bytes = pack.toByteArray();
    ReleaseManifest.Channel channel =
        new ReleaseManifest.Channel(
            "city",
            "示例市",
            records.size(),
            StateDigest.of(records.stream().map(RecordCodec::encoded)),
            ReleaseManifest.Pack.of(sha256(bytes), bytes.length));
    ReleaseManifest manifest = new ReleaseManifest(7, PUBLISHED, "示例市政务公开办公室", List.of(channel));
    Path db = dir.resolve("content-7.db");
    try (SnapshotBuilder builder = SnapshotBuilder.create(db, manifest)) {
      builder.addChannel(channel, new ByteArrayInputStream(bytes));
      var _ = builder.finish();
    }
    Clock clock = Clock.fixed(PUBLISHED, ZoneId.of("Asia/Shanghai"));
    return new PublishedContent(ContentSnapshot.open(db, clock));
  }

  @Override
  public <T> void ask(ContentQuery<T> question, Consumer<Answer<T>> then) {
    asked++;
    waiting.add(() -> then.accept(answer(question)));
    if (!held) {
      answerAll();
    }
  }

  /** Keeps questions unanswered until {@link #answerAll()}. */
  public void hold() {
    held = true;
  }

  /** Answers what waits, in the order of the questions. */
  public void answerAll() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  /** How many questions were asked. */
  public int asked() {
    return asked;
  }

  @Override
  public void close() throws UnreadableSnapshotException {
    snapshot.close();
  }

  private <T> Answer<T> answer(ContentQuery<T> question) {
    try {
      return new Answer.Given<>(question.ask(snapshot));
    } catch (UnreadableSnapshotException e) {
      return new Answer.Damaged<>(String.valueOf(e.getMessage()));
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
