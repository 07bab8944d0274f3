package org.openhall.office;

import java.util.function.Consumer;
import org.openhall.office.text.Figures;
import org.openhall.repository.storage.Transfer;

/** A line that moves while a publication goes into a bucket. */
final class UploadLine implements Consumer<Transfer> {
  private final Console console;
  private ProgressLine line;

  UploadLine(Console console) {
    this.console = console;
    this.line = begin();
  }

  private ProgressLine begin() {
    return new ProgressLine(console, console.messages().text("publish.uploading"));
  }

  @Override
  public void accept(Transfer sent) {
    if (sent.files() == 0 && sent.bytes() == 0) {
      line = begin();
    }
    line.at(
        sent.fraction(),
        "publish.uploaded",
        sent.files(),
        sent.ofFiles(),
        Figures.size(sent.bytes()),
        Figures.size(Math.max(sent.bytes(), sent.ofBytes())));
  }
}
