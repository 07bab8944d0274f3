package org.openhall.agent;

import org.openhall.agent.sync.SyncStep;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.text.Sentence;

/**
 * Says on standard error how a run goes on: a line per step, and one per two megabytes or five
 * thousand records.
 */
final class ProgressLine implements SyncWatch {
  private static final long BYTES = 2 << 20;
  private static final long RECORDS = 5000;

  private final Console console;
  private long bytesSaid;
  private long takenSaid;
  private long indexedSaid;

  ProgressLine(Console console) {
    this.console = console;
  }

  @Override
  public void entered(SyncStep step) {
    say(Sentence.of(step.messageKey()));
  }

  @Override
  public void fetched(long bytes) {
    if (bytes - bytesSaid >= BYTES) {
      bytesSaid = bytes;
      say(Sentence.of("progress.bytes", bytes >> 10));
    }
  }

  @Override
  public void taken(long records) {
    if (records - takenSaid >= RECORDS) {
      takenSaid = records;
      say(Sentence.of("progress.records", records));
    }
  }

  @Override
  public void indexed(long records) {
    if (records - indexedSaid >= RECORDS) {
      indexedSaid = records;
      say(Sentence.of("progress.indexed", records));
    }
  }

  private void say(Sentence sentence) {
    console.err().println(console.words().say(sentence));
  }
}
