package org.openhall.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openhall.content.ServiceGuide.Material;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;

class SituationsTest {
  /** Who comes; whether an agent has a power of attorney; whether the applicant is a child. */
  private static final String GUIDE =
      """
      {"type":"service-guide","header":{"id":"g","revision":1,
        "origin":{"source":"示例","sha256":"00","asOf":"2026-11-01"}},
       "title":"居民身份证补领","audiences":["natural-person"],
       "situations":[
        {"id":"who","question":"由谁来办？","choices":[
          {"id":"self","label":"本人"},{"id":"agent","label":"委托他人"}]},
        {"id":"notarised","question":"委托书公证了吗？","when":[{"question":"who","choices":["agent"]}],
         "choices":[{"id":"yes","label":"公证了"},{"id":"no","label":"没有"}]},
        {"id":"age","question":"申请人多大？","choices":[
          {"id":"child","label":"未满16周岁"},{"id":"adult","label":"已满16周岁"}]}],
       "materials":[
        {"name":"户口簿","necessity":"required"},
        {"name":"委托书","necessity":"required","when":[{"question":"who","choices":["agent"]}]},
        {"name":"公证书","necessity":"required","when":[{"question":"notarised","choices":["yes"]}]},
        {"name":"监护人身份证","necessity":"required","when":[{"question":"age","choices":["child"]}]},
        {"name":"监护人委托书","necessity":"required","when":[
          {"question":"who","choices":["agent"]},{"question":"age","choices":["child"]}]}]}
      """;

  private static Situations of(Map<String, String> answers) throws MalformedRecordException {
    ServiceGuide guide = (ServiceGuide) RecordCodec.decode(GUIDE.getBytes(StandardCharsets.UTF_8));
    return Situations.of(guide, answers);
  }

  private static String next(Situations situations) {
    return situations.next().map(Situation::id).orElse("-");
  }

  private static List<String> names(List<Material> materials) {
    return materials.stream().map(Material::name).toList();
  }

  @Test
  void beforeTheFirstAnswerOnlyTheUnconditionalApplies() throws MalformedRecordException {
    Situations start = of(Map.of());
    assertEquals("who", next(start));
    assertEquals(List.of("户口簿"), names(start.materials().applying()));
    assertEquals(4, start.materials().possible().size());
  }

  @Test
  void aQuestionIsAskedOnlyWhereItsClausesHold() throws MalformedRecordException {
    assertEquals("age", next(of(Map.of("who", "self"))));
    assertEquals("notarised", next(of(Map.of("who", "agent"))));
  }

  @Test
  void whatDependsOnAQuestionThatIsSkippedNeverApplies() throws MalformedRecordException {
    Situations self = of(Map.of("who", "self"));
    assertEquals(List.of("监护人身份证"), names(self.materials().possible()));
  }

  @Test
  void theLastAnswerLeavesThePersonsOwnList() throws MalformedRecordException {
    Situations all = of(Map.of("who", "agent", "notarised", "no", "age", "child"));
    assertEquals("-", next(all));
    assertEquals(List.of("户口簿", "委托书", "监护人身份证", "监护人委托书"), names(all.materials().applying()));
    assertEquals(List.of(), all.materials().possible());
    assertEquals(3, all.answered().size());
  }

  @Test
  void anAnswerThatIsNoLongerAskedForDoesNotCount() throws MalformedRecordException {
    Situations changed = of(Map.of("who", "self", "notarised", "yes", "age", "adult"));
    assertEquals(List.of("户口簿"), names(changed.materials().applying()));
    assertEquals(2, changed.answered().size());
  }

  @Test
  void anAnswerThatIsNoChoiceIsAskedAgain() throws MalformedRecordException {
    assertEquals("who", next(of(Map.of("who", "nobody"))));
  }
}
