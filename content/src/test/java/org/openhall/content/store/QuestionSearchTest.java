package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.openhall.content.store.Release.header;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.RecordHeader;
import org.openhall.content.Synonyms;
import org.openhall.content.UnknownFields;

class QuestionSearchTest {
  @TempDir Path folder;
  @AutoClose private ContentSnapshot snapshot;

  @BeforeEach
  void build() throws IOException {
    Synonyms.Group birth = new Synonyms.Group(List.of("上户口", "报户口"), List.of("出生登记"));
    snapshot =
        new Release()
            .with(new Synonyms(header("y-1"), "日常用语", List.of(birth), UnknownFields.NONE))
            .guide("g-1", "居民身份证补领", "公安局", true, "身份证丢失")
            .guide("g-2", "新生儿出生登记", "公安局", true)
            .guide("g-3", "法律援助申请", "司法局", true, "免费律师")
            .guide(header("g-4", null, LocalDate.of(2020, 1, 1)), "律师执业")
            .entry("e-1", "律师费管理办法")
            .entry("e-2", "防汛预案", "发现险情时，𠮷祥街道的居民应当立即撤离。\uE003字")
            .entry("e-3", "甲省养老补贴办法")
            .entry(ofOurs("e-4"), "本市养老补贴办法", Release.Facts.NONE)
            .open(folder);
  }

  private static RecordHeader ofOurs(String id) {
    RecordHeader other = header(id);
    return new RecordHeader(id, other.revision(), "d-1", null, null, other.origin());
  }

  private String first(String typed) throws IOException {
    return snapshot.search(typed, 1).hits().stream().map(Hit::id).findFirst().orElse("nothing");
  }

  @Test
  void aQuestionIsAnsweredByTheMatterItIsAbout() throws IOException {
    assertEquals("g-1", first("我的身份证丢失了该怎么办"));
    assertEquals("g-3", first("请不起律师有免费的吗"));
  }

  @Test
  void everydayWordsFindOfficialOnes() throws IOException {
    assertEquals("g-2", first("报户口"));
    assertEquals("g-2", first("给孩子上户口要什么材料"));
    assertEquals("g-2", first("shanghukou"));
  }

  @Test
  void aSlipIsReadAsWhatWasMeantAndSaid() throws IOException {
    SearchResult result = snapshot.search("生份证", 5);
    assertEquals("身份证", result.readAs());
    assertEquals("g-1", result.hits().getFirst().id());
    assertNull(snapshot.search("身份证", 5).readAs());
    assertEquals(0, snapshot.searchExactly("生份证", 5).count());
  }

  @Test
  void whatIsNotEffectiveAnswersNothing() throws IOException {
    long count =
        snapshot.search("律师执业有什么条件", 20).hits().stream()
            .filter(hit -> hit.id().equals("g-4"))
            .count();
    assertEquals(0, count);
  }

  @Test
  void theHallsOwnDocumentsStandBeforeThoseOfOtherPlaces() throws IOException {
    assertEquals("e-4", first("养老补贴"));
    assertEquals("e-4", first("请问养老有什么补贴"));
  }

  @Test
  void theVeryWordsOfATextFindItAndNothingElse() throws IOException {
    SearchResult result = snapshot.search("祥街道的居民应当立即撤离", 5);
    assertEquals(List.of("e-2"), result.hits().stream().map(Hit::id).toList());
    assertNull(result.readAs());
  }

  @Test
  void aPreparedSearchFindsTheSame() throws IOException {
    snapshot.prepareSearch();
    assertEquals("g-2", first("报户口"));
  }

  @Test
  void rareCharactersAreFoundAloneAndInQuestions() throws IOException {
    assertEquals("e-2", first("𠮷"));
    assertEquals("e-2", first("𠮷祥街道"));
    assertEquals("e-2", first("\uE003"));
  }

  @Test
  void namesAreSuggested() throws IOException {
    assertEquals(List.of("法律援助申请"), snapshot.completions("flyz", 8));
    assertEquals(List.of("报户口"), snapshot.completions("报", 8));
  }
}
