package org.openhall.office.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhall.office.catalog.Finding.Kind;

class TextRepairTest {
  private final Findings findings = new Findings();
  private final TextRepair repair = new TextRepair(new Row(7, findings), "title");

  private void repairs(String raw, String expected, Kind... kinds) throws RefusedRowException {
    assertEquals(expected, repair.line(raw));
    assertEquals(Set.of(kinds), findings.counts().keySet());
  }

  @Test
  void leavesACleanTitleUntouched() throws RefusedRowException {
    String title = "关于印发《２００５年度方案（试行）》 的通知  （䢺江河）“豫政办 〔2006〕64号”—…·";
    assertSame(title, repair.line(title));
    assertEquals(Set.of(), findings.counts().keySet());
  }

  @Test
  void joinsATitleThatTheSourceWrapped() throws RefusedRowException {
    repairs("海南省人民政府关于授予\n 海口市等\r\n称号的决定", "海南省人民政府关于授予海口市等称号的决定", Kind.LINE_BREAK);
  }

  @Test
  void keepsTwoLatinWordsApartWhenJoining() throws RefusedRowException {
    repairs("5G\nAI 行动方案", "5G AI 行动方案", Kind.LINE_BREAK);
  }

  @Test
  void removesZeroWidthCharacters() throws RefusedRowException {
    repairs("\u200B河南省\uFEFF人民政府", "河南省人民政府", Kind.ZERO_WIDTH);
  }

  @Test
  void keepsTheJoinersOfMinorityScripts() throws RefusedRowException {
    repairs("ᠮᠣᠩ\u200Dᠭᠣᠯ", "ᠮᠣᠩ\u200Dᠭᠣᠯ");
  }

  @Test
  void makesUnusualSpacesPlainOnesWidthByWidth() throws RefusedRowException {
    repairs("省委\u2002\u2002省政府\u3000办公厅", "省委  省政府 办公厅", Kind.OTHER_SPACE);
  }

  @Test
  void stripsOuterSpaces() throws RefusedRowException {
    repairs(" 通知\n", "通知", Kind.OUTER_SPACE);
  }

  @Test
  void removesControlCharacters() throws RefusedRowException {
    repairs("关于\u0007印发\u0085的通知", "关于印发的通知", Kind.CONTROL_CHARACTER);
  }

  @Test
  void decodesEntitiesThatWereEncodedTwice() throws RefusedRowException {
    repairs("A&amp;amp;B &amp;#8220;引号&amp;#8221;", "A&B “引号”", Kind.ENTITY);
  }

  @Test
  void leavesAnAmpersandThatIsNoEntity() throws RefusedRowException {
    repairs("R&D 经费；A & B &nosuch; &;", "R&D 经费；A & B &nosuch; &;");
  }

  @Test
  void takesTagsOutOfAText() throws RefusedRowException {
    repairs("<p>关于<b style='x'>印发</b>的通知</p>", "关于印发的通知", Kind.TAG);
  }

  @Test
  void takesAngleBracketsAroundChineseForWhatTheyAre() throws RefusedRowException {
    repairs("关于延长<上海市居住证>有效期的通知", "关于延长<上海市居住证>有效期的通知");
  }

  @Test
  void dropsTheRestOfATornAttribute() throws RefusedRowException {
    repairs("（已失效）\">关于目录的通知（已失效）", "关于目录的通知（已失效）", Kind.TORN_ATTRIBUTE);
  }

  @Test
  void keepsPrivateUseCharactersAndSaysSo() throws RefusedRowException {
    repairs("关于印发规划的通知\uE003", "关于印发规划的通知\uE003", Kind.PRIVATE_USE);
  }

  @Test
  void keepsPrivateUseCharactersOfTheHighPlanesAndSaysSo() throws RefusedRowException {
    String title = "关于" + Character.toString(0xF0001) + "的通知";
    repairs(title, title, Kind.PRIVATE_USE);
  }

  @Test
  void refusesAWebPageInPlaceOfATitle() {
    RefusedRowException refused =
        assertThrows(
            RefusedRowException.class,
            () -> repair.line("<!DOCTYPE html><html><body>502 Bad Gateway</body></html>"));
    assertEquals(Kind.WEB_PAGE, refused.kind());
  }

  @Test
  void spellsInvisibleCharactersOutInTheReport() throws RefusedRowException {
    repair.line("甲\n乙\u200B");
    assertEquals("甲⟨U+000A⟩乙⟨U+200B⟩", findings.kept().getFirst().detail());
    assertEquals(7, findings.kept().getFirst().row());
  }
}
