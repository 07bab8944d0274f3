package org.openhall.kiosk.screen.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.ServiceGuide;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.screen.browse.PublishedContent;
import org.openhall.kiosk.screen.guide.SituationsModel.Page;
import org.openhall.kiosk.shell.Messages;

class SituationsModelTest {
  @TempDir Path dir;
  private PublishedContent content;
  private SituationsModel model;

  @BeforeEach
  void publish() throws Exception {
    content = PublishedContent.of(dir, List.of(CaseGuide.guide()));
    model = new SituationsModel(content, CaseGuide.ID);
  }

  @AfterEach
  void close() throws Exception {
    content.close();
  }

  @Test
  void theFirstQuestionComesFirstAndNothingIsBeforeIt() {
    assertEquals("由谁来办？", asking().question().question());
    assertEquals("1/2", progress());
    assertFalse(model.canGoBack());
  }

  @Test
  void whoComesThemselvesIsNotAskedAboutAnAgent() {
    model.answer("self");

    assertEquals(List.of("身份证"), materials());
    assertEquals(List.of("由谁来办：本人"), done().own().sentences());
  }

  @Test
  void anAgentIsAskedMoreAndBringsMore() {
    model.answer("agent");
    assertEquals("2/2", progress());

    model.answer("letter");
    assertEquals(List.of("身份证", "委托书"), materials());
  }

  @Test
  void allClausesOfAMaterialMustHold() {
    model.answer("agent");
    model.answer("guardian");

    assertEquals(List.of("身份证", "监护证明"), materials());
  }

  @Test
  void aStepBackAsksAgain() {
    model.answer("agent");
    model.answer("letter");
    model.back();
    assertEquals("凭什么代办？", asking().question().question());

    model.back();
    assertEquals("由谁来办？", asking().question().question());
  }

  @Test
  void aChangedAnswerGivesUpThoseThatDependOnIt() {
    model.answer("agent");
    model.answer("letter");
    model.change("who");
    model.answer("self");

    assertEquals(List.of("身份证"), materials());
  }

  @Test
  void aGuideThatIsNoLongerThereIsMissing() {
    assertInstanceOf(Loaded.Missing.class, new SituationsModel(content, "gone").page().get());
  }

  @Test
  void untilAnsweredTheWholeListSaysWhenEachIsWanted() {
    List<GuideSection.Line> lines =
        GuideSection.of(CaseGuide.guide(), new Messages()).stream()
            .filter(section -> section.kind() == GuideSection.Kind.MATERIALS)
            .flatMap(section -> section.lines().stream())
            .toList();

    assertEquals(
        List.of(List.of(), List.of("凭什么代办：委托书"), List.of("由谁来办：委托他人", "凭什么代办：监护关系")),
        lines.stream().map(line -> ((GuideSection.Line.Material) line).why()).toList());
    assertTrue(OwnCase.unanswered(CaseGuide.guide()).narrowed().next().isPresent());
  }

  private String progress() {
    return asking().number() + "/" + asking().most();
  }

  private Page.Asking asking() {
    return (Page.Asking) shown();
  }

  private Page.Done done() {
    return (Page.Done) shown();
  }

  private Page shown() {
    return ((Loaded.Shown<Page>) model.page().get()).value();
  }

  private List<String> materials() {
    return Objects.requireNonNull(done().own().materials()).stream()
        .map(ServiceGuide.Material::name)
        .toList();
  }
}
