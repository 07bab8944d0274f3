package org.openhall.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PinyinTest {
  private static final List<String> WORDS =
      List.of(
          "身份证 shen fen zheng",
          "重庆 chong qing",
          "重庆银行 chong qing yin hang",
          "银行 yin hang",
          "银行业 yin hang ye",
          "还款 huan kuan",
          "归还 gui huan",
          "还应当 hai ying dang",
          "朝阳区 chao yang qu",
          "长期 chang qi",
          "市长 shi zhang",
          "城市长期 cheng shi chang qi",
          "湖南省长沙市 hu nan sheng chang sha shi",
          "上海市长宁区 shang hai shi chang ning qu",
          "增长 zeng zhang",
          "调整 tiao zheng",
          "调查 diao cha",
          "调解 tiao jie",
          "行政 xing zheng",
          "工商行政管理 gong shang xing zheng guan li",
          "部分行政审批 bu fen xing zheng shen pi",
          "行业 hang ye",
          "党建行动 dang jian xing dong",
          "会计 kuai ji",
          "社会计划 she hui ji hua",
          "厦门 xia men",
          "重大 zhong da",
          "重复 chong fu",
          "校对 jiao dui",
          "高等学校对外 gao deng xue xiao dui wai",
          "了解 liao jie",
          "结果 jie guo",
          "给付 ji fu",
          "供给 gong ji",
          "差旅 chai lv",
          "效率 xiao lv",
          "目的 mu di",
          "没收 mo shou",
          "西藏 xi zang",
          "六安 lu an",
          "番禺 pan yu",
          "地方 di fang",
          "首都 shou du",
          "不动产登记 bu dong chan deng ji",
          "战略 zhan lue",
          "绿化 lv hua",
          "率先 shuai xian",
          "音乐 yin yue",
          "种畜禽 zhong chu qin",
          "单位 dan wei",
          "处罚 chu fa",
          "曾任 zeng ren");

  private final Pinyin pinyin = new Pinyin();

  @Test
  void wordsOfPublicOfficesAreReadAsPeopleReadThem() {
    for (String line : WORDS) {
      String word = line.substring(0, line.indexOf(' '));
      assertEquals(line, word + " " + String.join(" ", pinyin.syllables(word)));
    }
  }

  @Test
  void wordsOfServiceHallsAreReadAsPeopleReadThem() {
    List<String> lines = Resources.lines("service-words.txt");
    assertTrue(lines.size() >= 150);
    for (String line : lines) {
      String word = line.substring(0, line.indexOf(' '));
      assertEquals(line, word + " " + String.join(" ", pinyin.syllables(word)));
    }
  }

  @Test
  void rareAndSupplementaryCharactersHaveReadings() {
    assertEquals(List.of("hong", "fu", "jie"), pinyin.syllables("𬭎𫖯㛃"));
  }

  @Test
  void whatIsNotChineseStandsAsOneEmptySyllableEach() {
    assertEquals(List.of("", "", "zheng", ""), pinyin.syllables("a😀证\n"));
  }

  @Test
  void lettersAreCutIntoSyllablesWithAnUnfinishedLast() {
    assertEquals(List.of(List.of("shen", "fen", "zh")), pinyin.cuts("shenfenzh"));
    assertTrue(pinyin.cuts("xian").contains(List.of("xi", "an")));
    assertTrue(pinyin.cuts("xian").contains(List.of("xian")));
    assertEquals(List.of(), pinyin.cuts("sfz"));
    assertEquals(List.of("zhan", "lue"), pinyin.cuts("zhanlve").getFirst());
  }

  @Test
  void longInputIsCutInBoundedTime() {
    assertTrue(pinyin.cuts("xiananxian".repeat(6)).size() <= 8);
    assertEquals(List.of(), pinyin.cuts("anan".repeat(15) + "ui"));
    assertEquals(List.of(), pinyin.cuts("xian".repeat(15) + "ui"));
  }
}
