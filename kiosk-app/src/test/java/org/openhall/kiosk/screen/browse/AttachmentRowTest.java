package org.openhall.kiosk.screen.browse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AttachmentRowTest {

  @Test
  void theKindOfAFileIsWhatStandsAfterTheLastPoint() {
    assertEquals("PDF", AttachmentRow.kind("2026年预算.v2.pdf", "文件"));
    assertEquals("文件", AttachmentRow.kind("说明", "文件"));
    assertEquals("文件", AttachmentRow.kind(".profile", "文件"));
    assertEquals("文件", AttachmentRow.kind("说明.", "文件"));
  }

  @Test
  void aSizeIsSaidAsPeopleReadIt() {
    assertEquals("0 B", AttachmentRow.size(0));
    assertEquals("1023 B", AttachmentRow.size(1023));
    assertEquals("1 KB", AttachmentRow.size(1024));
    assertEquals("1.0 MB", AttachmentRow.size(1024 * 1024));
    assertEquals("12.4 MB", AttachmentRow.size(13_000_000));
  }
}
