package org.openhall.kiosk.screen.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openhall.content.Authority;
import org.openhall.content.Handling;
import org.openhall.content.Origin;
import org.openhall.content.Placement;
import org.openhall.content.RecordHeader;
import org.openhall.content.Remedies;
import org.openhall.content.ServiceGuide;
import org.openhall.content.ServiceGuide.Material;
import org.openhall.content.ServiceGuide.Necessity;
import org.openhall.content.UnknownFields;
import org.openhall.content.When;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.shell.Terminal;

class ReceiptTextTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:05:00Z");
  private static final String HEAD = "居民身份证补领（1/1）　示例市公安局";

  private static final ReleaseInfo RELEASE =
      new ReleaseInfo(7, Instant.parse("2026-11-24T01:30:00Z"), "示例市政务服务中心", true);

  private final ReceiptText receipts =
      new ReceiptText(
          new Messages(),
          new Terminal("t-17", "示例市政务服务中心 1楼", ""),
          Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));

  @Test
  void theReceiptOfAVisitReadsLikeThis() {
    VisitFacts visit =
        new VisitFacts("**丰", "1****************1", List.of("居民身份证补领", "中标公告"), RELEASE);

    assertEquals(
        """
        # 查询凭条
        地点: 示例市政务服务中心 1楼
        终端: t-17
        打印时间: 2026-11-24 10:05
        姓名: **丰
        证件号码: 1****************1
        ----
        本次查阅（2 项）
        1. 居民身份证补领
        2. 中标公告
        ----
        [QR]
        扫码可保存以上清单（码内为文字，无需联网）
        ----
        数据更新至 2026-11-24 09:30 · 示例市政务服务中心 · 第 7 版（示例内容）
        本凭条仅记录本次查询，不作为办理结果。姓名和证件号码已隐去部分字符，终端不留存。

        """,
        paper(receipts.visit(visit)));
    assertEquals("查询凭条 2026-11-24 10:05\n1. 居民身份证补领\n2. 中标公告", code(receipts.visit(visit)));
  }

  @Test
  void aVisitWithoutPagesSaysSo() {
    String paper = paper(receipts.visit(new VisitFacts("*四", "1**1", List.of(), null)));

    assertTrue(paper.contains("本次未查阅内容"));
    assertFalse(paper.contains("数据更新至"));
  }

  @Test
  void theListOfMaterialsIsOnPaperAndInTheCode() {
    Material photo = new Material("近期照片", "原件", 2, Necessity.REQUIRED, null, "白底");
    Material proof = new Material("户口簿", null, null, Necessity.MAY_FOLLOW, null, null);

    Receipt receipt = receipts.materials(whole(List.of(photo, proof)), RELEASE);

    String list = "1. 近期照片（原件 2 份 必要）；说明：白底\n2. 户口簿（可容缺后补）\n";
    assertTrue(paper(receipt).contains("申请材料（2 项）\n" + list), paper(receipt));
    assertEquals(HEAD + "\n" + list.strip(), code(receipt));
    assertTrue(paper(receipt).contains("办理窗口: 未提供"));
  }

  @Test
  void materialsThatTheSourceDoesNotStateAreNotCalledNone() {
    assertTrue(paper(receipts.materials(whole(null), null)).contains("申请材料：来源未提供"));
    assertTrue(paper(receipts.materials(whole(List.of()), null)).contains("申请材料（0 项）"));
  }

  @Test
  void aLongListIsWholeOnPaperAndSaysWhatTheCodeLacks() {
    Material material = new Material("很长的材料名称".repeat(8), "原件", 1, Necessity.REQUIRED, null, null);

    Receipt receipt = receipts.materials(whole(Collections.nCopies(30, material)), RELEASE);

    assertTrue(paper(receipt).contains("\n30. "));
    assertTrue(paper(receipt).contains("仅见本凭条"));
    assertTrue(code(receipt).endsWith("项见纸质凭条）"));
  }

  @Test
  void aPersonsOwnListSaysForWhichCaseItIs() {
    Material letter = only(new When("who", List.of("agent")));
    ServiceGuide guide = guide(List.of(letter));
    List<ServiceGuide.Fee> fees = List.of(new ServiceGuide.Fee("工本费", "40元/证", null));

    Receipt own =
        receipts.materials(
            new OwnMaterials(guide, List.of(letter), fees, List.of("由谁来办：委托他人")), RELEASE);

    assertTrue(paper(own).contains("居民身份证补领\n由谁来办：委托他人\n"), paper(own));
    assertTrue(paper(own).contains("收费: 工本费 40元/证"));
    assertEquals(HEAD + "\n由谁来办：委托他人\n1. 委托书（必要）", code(own));
    assertTrue(
        code(receipts.materials(OwnMaterials.whole(guide), RELEASE)).contains("1. ［视情形］委托书"));
  }

  private static Material only(When clause) {
    return new Material(
        "委托书", null, null, Necessity.REQUIRED, null, null, null, null, null, null, List.of(clause));
  }

  private static OwnMaterials whole(@Nullable List<Material> materials) {
    return OwnMaterials.whole(guide(materials));
  }

  private static ServiceGuide guide(@Nullable List<Material> materials) {
    Origin origin = new Origin("示例", "k", "0".repeat(64), LocalDate.of(2026, 11, 1), true);
    RecordHeader header = new RecordHeader("g-1", 1, null, null, null, origin);
    return new ServiceGuide(
        header,
        "居民身份证补领",
        null,
        null,
        "行政确认",
        "示例市公安局",
        List.of(ServiceGuide.Audience.NATURAL_PERSON),
        null,
        null,
        null,
        materials,
        null,
        null,
        "60 日",
        "20 个工作日",
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        Authority.UNSTATED,
        Handling.UNSTATED,
        Remedies.UNSTATED,
        Placement.NONE,
        List.of(),
        UnknownFields.NONE);
  }

  private static String code(Receipt receipt) {
    return receipt.lines().stream()
        .filter(Line.Qr.class::isInstance)
        .map(line -> ((Line.Qr) line).text())
        .collect(Collectors.joining());
  }

  private static String paper(Receipt receipt) {
    return receipt.lines().stream().map(ReceiptTextTest::line).collect(Collectors.joining());
  }

  private static String line(Line line) {
    return switch (line) {
      case Line.Heading heading -> "# " + heading.text() + "\n";
      case Line.Text text -> text.text() + "\n";
      case Line.Pair pair -> pair.label() + ": " + pair.value() + "\n";
      case Line.Rule _ -> "----\n";
      case Line.Feed _ -> "\n";
      case Line.Qr _ -> "[QR]\n";
      case Line.Barcode barcode -> barcode.text() + "\n";
      case Line.Picture _ -> "[picture]\n";
    };
  }
}
