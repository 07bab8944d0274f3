package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Attachment;
import org.openhall.content.ServiceGuide;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Fact;

/**
 * A section of a guide as it is shown.
 *
 * @param kind which
 * @param standing whether the source says something
 * @param lines what it says; empty unless {@link Standing#GIVEN}
 */
record GuideSection(Kind kind, Standing standing, List<Line> lines) {

  /** What a citizen asks, in the order of asking. */
  enum Ask {
    CAN,
    BRING,
    WHERE,
    HOW_LONG,
    HOW,
    QUESTIONS,
    LAW;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The sections, in the order in which a citizen needs them. */
  enum Kind {
    /** 受理条件. */
    CONDITIONS(Ask.CAN),
    /** 申请材料. */
    MATERIALS(Ask.BRING),
    /** 办理窗口. */
    WINDOWS(Ask.WHERE),
    /** 办理渠道. */
    CHANNELS(Ask.WHERE),
    /** 办理时限. */
    LIMITS(Ask.HOW_LONG),
    /** 收费. */
    FEES(Ask.HOW_LONG),
    /** 办理流程. */
    STEPS(Ask.HOW),
    /** 办理结果. */
    RESULT(Ask.HOW),
    /** 常见问题. */
    QUESTIONS(Ask.QUESTIONS),
    /** 设定依据. */
    BASES(Ask.LAW),
    /** 权利、义务与救济. */
    RIGHTS(Ask.LAW),
    /** 咨询与监督. */
    CONTACT(Ask.LAW),
    /** 事项信息. */
    CODES(Ask.LAW);

    private final Ask ask;

    Kind(Ask ask) {
      this.ask = ask;
    }

    /** The question that it answers. */
    Ask ask() {
      return ask;
    }

    /** The name used in ids and in keys of words. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its lines are counted, as things to bring or to do one after another are. */
    boolean numbered() {
      return switch (this) {
        case CONDITIONS, MATERIALS, STEPS, BASES -> true;
        default -> false;
      };
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

    /**
     * A material to bring.
     *
     * @param why the situations in which it is wanted, in words; empty if in every one
     */
    record Material(ServiceGuide.Material material, List<String> why) implements Line {}

    /** A step of the process. */
    record Step(ServiceGuide.ProcessStep step, List<String> why) implements Line {}

    /** A fee. */
    record Fee(ServiceGuide.Fee fee, List<String> why) implements Line {}

    /** A window. */
    record Window(ServiceGuide.ServiceWindow window) implements Line {}

    /** A question with its answer. */
    record Question(ServiceGuide.Question question) implements Line {}

    /** A file that shows what the result looks like. */
    record Sample(Attachment file) implements Line {}

    /** Labels and values; a value that the source lacks is null. */
    record Facts(List<Fact> facts) implements Line {
      public Facts {
        facts = List.copyOf(facts);
      }
    }
  }

  GuideSection {
    lines = List.copyOf(lines);
  }

  /** All sections of a guide, absent ones too. */
  static List<GuideSection> of(ServiceGuide g, Messages words) {
    GuideDetails details = new GuideDetails(g, words);
    WhenWords when = new WhenWords(g.situations());
    return List.of(
        section(Kind.CONDITIONS, g.conditions(), Line.Text::new),
        section(Kind.MATERIALS, g.materials(), m -> new Line.Material(m, when.of(m.when()))),
        section(Kind.WINDOWS, g.windows(), Line.Window::new),
        facts(Kind.CHANNELS, details.channels()),
        facts(Kind.LIMITS, details.limits()),
        section(Kind.FEES, g.fees(), fee -> new Line.Fee(fee, when.of(fee.when()))),
        section(Kind.STEPS, g.steps(), step -> new Line.Step(step, when.of(step.when()))),
        result(details, g.handling().resultSample()),
        section(Kind.QUESTIONS, g.questions(), Line.Question::new),
        section(Kind.BASES, g.bases(), Line.Text::new),
        facts(Kind.RIGHTS, details.rights()),
        facts(Kind.CONTACT, details.contact()),
        facts(Kind.CODES, details.codes()));
  }

  /** A section of which the source gives a list, nothing, or that there are none. */
  static <T> GuideSection section(Kind kind, @Nullable List<T> values, Function<T, Line> line) {
    if (values == null) {
      return new GuideSection(kind, Standing.NOT_PROVIDED, List.of());
    }
    List<Line> lines = new ArrayList<>();
    values.forEach(value -> lines.add(line.apply(value)));
    return new GuideSection(kind, lines.isEmpty() ? Standing.NONE : Standing.GIVEN, lines);
  }

  private static GuideSection result(GuideDetails details, @Nullable Attachment sample) {
    GuideSection facts = facts(Kind.RESULT, details.result());
    if (sample == null) {
      return facts;
    }
    List<Line> lines = new ArrayList<>(facts.lines());
    lines.add(new Line.Sample(sample));
    return new GuideSection(Kind.RESULT, Standing.GIVEN, lines);
  }

  private static GuideSection facts(Kind kind, List<Fact> facts) {
    boolean silent = facts.stream().allMatch(fact -> fact.value() == null);
    return silent
        ? new GuideSection(kind, Standing.NOT_PROVIDED, List.of())
        : new GuideSection(kind, Standing.GIVEN, List.of(new Line.Facts(facts)));
  }
}
