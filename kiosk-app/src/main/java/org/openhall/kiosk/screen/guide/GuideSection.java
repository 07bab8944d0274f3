package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ServiceGuide;

/**
 * A section of a guide as it is shown.
 *
 * @param kind which
 * @param standing whether the source says something
 * @param lines what it says; empty unless {@link Standing#GIVEN}
 */
record GuideSection(Kind kind, Standing standing, List<Line> lines) {

  /** The sections, in the order in which a citizen needs them. */
  enum Kind {
    /** 受理条件. */
    CONDITIONS,
    /** 申请材料. */
    MATERIALS,
    /** 办理流程. */
    STEPS,
    /** 收费. */
    FEES,
    /** 办理窗口. */
    WINDOWS,
    /** 设定依据. */
    BASES,
    /** 常见问题. */
    QUESTIONS,
    /** 咨询与监督. */
    CONTACT;

    /** The name used in ids and in keys of words. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its lines are counted, as things to bring or to do one after another are. */
    boolean numbered() {
      return this != WINDOWS && this != FEES && this != QUESTIONS;
    }
  }

  /** What the source says of a section. */
  enum Standing {
    /** Nothing: shown as 未提供, never as 无. */
    NOT_PROVIDED,
    /** That there are none: 无需, 不收费. */
    NONE,
    GIVEN
  }

  /** One numbered or plain line of a section. */
  sealed interface Line {
    /** Running text. */
    record Text(String text) implements Line {}

    /** A material to bring. */
    record Material(ServiceGuide.Material material) implements Line {}

    /** A step of the process. */
    record Step(ServiceGuide.ProcessStep step) implements Line {}

    /** A fee. */
    record Fee(ServiceGuide.Fee fee) implements Line {}

    /** A window. */
    record Window(ServiceGuide.ServiceWindow window) implements Line {}

    /** A question with its answer. */
    record Question(ServiceGuide.Question question) implements Line {}

    /** A way to ask (consultation) or to complain; null where the source names none. */
    record Contact(@Nullable String consultation, @Nullable String complaint) implements Line {}
  }

  GuideSection {
    lines = List.copyOf(lines);
  }

  /** All sections of a guide, absent ones too. */
  static List<GuideSection> of(ServiceGuide g) {
    return List.of(
        section(Kind.CONDITIONS, g.conditions(), Line.Text::new),
        section(Kind.MATERIALS, g.materials(), Line.Material::new),
        section(Kind.STEPS, g.steps(), Line.Step::new),
        section(Kind.FEES, g.fees(), Line.Fee::new),
        section(Kind.WINDOWS, g.windows(), Line.Window::new),
        section(Kind.BASES, g.bases(), Line.Text::new),
        section(Kind.QUESTIONS, g.questions(), Line.Question::new),
        contact(g));
  }

  private static <T> GuideSection section(
      Kind kind, @Nullable List<T> values, Function<T, Line> line) {
    if (values == null) {
      return new GuideSection(kind, Standing.NOT_PROVIDED, List.of());
    }
    List<Line> lines = new ArrayList<>();
    values.forEach(value -> lines.add(line.apply(value)));
    return new GuideSection(kind, lines.isEmpty() ? Standing.NONE : Standing.GIVEN, lines);
  }

  private static GuideSection contact(ServiceGuide g) {
    if (g.consultation() == null && g.complaint() == null) {
      return new GuideSection(Kind.CONTACT, Standing.NOT_PROVIDED, List.of());
    }
    Line line = new Line.Contact(g.consultation(), g.complaint());
    return new GuideSection(Kind.CONTACT, Standing.GIVEN, List.of(line));
  }
}
