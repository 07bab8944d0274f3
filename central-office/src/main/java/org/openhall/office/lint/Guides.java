package org.openhall.office.lint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Handling;
import org.openhall.content.ServiceGuide;

/** What a guide says in one place must not deny what it says in another. */
final class Guides {
  private static final String AT_ONCE_TYPE = "即办件";
  private static final Pattern AT_ONCE = Pattern.compile("(当场|当日|即时|即刻|立即|马上)(办理|办结|办|完成)?[。.]?");
  private static final Pattern ONLINE =
      Pattern.compile("网上|网办|在线|线上|快递|邮寄|寄递|自助|上门|代办|电话|(?i:online|app)");
  private static final Pattern END_TO_END = Pattern.compile("^\\s*(Ⅳ|IV|四)\\s*级?");
  private static final Pattern CERTIFICATE = Pattern.compile(".*[^凭论保认查公见]证[书照]?$");
  private static final Pattern CERTIFICATE_TYPE = Pattern.compile("证");
  private static final Pattern LIMIT =
      Pattern.compile("^\\D{0,8}?(\\d+)\\s*个?\\s*(工作日|自然日|日历日|小时|日|天|月|年)");

  private Guides() {}

  static void check(ServiceGuide guide, Complaints complaints) {
    times(guide, complaints);
    visits(guide.handling(), complaints);
    result(guide, complaints);
    List<ServiceGuide.Fee> fees = Statutory.orNone(guide.fees());
    for (int i = 0; i < fees.size(); i++) {
      if (!Statutory.says(fees.get(i).basis())) {
        complaints.add(Rule.FEE_BASIS, "fees[" + i + "].basis", Excerpt.masked(fees.get(i).name()));
      }
    }
  }

  private static void times(ServiceGuide guide, Complaints complaints) {
    String type = guide.handling().projectType();
    String promised = guide.promisedLimit();
    if (type != null && promised != null) {
      boolean takesDays = Limit.of(promised).filter(Limit::isMoreThanADay).isPresent();
      if (type.equals(AT_ONCE_TYPE) ? takesDays : AT_ONCE.matcher(promised).matches()) {
        complaints.add(Rule.PROJECT_TYPE, "projectType", type, promised);
      }
    }
    Optional<Limit> byLaw = Limit.of(guide.statutoryLimit());
    Optional<Limit> asPromised = Limit.of(promised);
    if (byLaw.isPresent() && asPromised.isPresent() && asPromised.get().isLongerThan(byLaw.get())) {
      complaints.add(Rule.PROMISE_TOO_LONG, "promisedLimit", promised, guide.statutoryLimit());
    }
  }

  private static void visits(Handling handling, Complaints complaints) {
    Integer visits = handling.visits();
    Handling.Online online = handling.online();
    if (visits == null) {
      return;
    }
    if (visits > 0 && !Statutory.says(handling.visitReason())) {
      complaints.add(Rule.VISIT_REASON, "visitReason", visits);
    }
    boolean isOnline =
        (online != null && online.available())
            || Statutory.orNone(handling.handlingForms()).stream()
                .anyMatch(form -> ONLINE.matcher(form).find());
    if (visits == 0 && !isOnline && !Boolean.TRUE.equals(handling.courier())) {
      complaints.add(Rule.NO_VISIT_NO_WAY, "visits");
    }
    String depth = online == null ? null : online.depth();
    if (visits > 0 && depth != null && END_TO_END.matcher(depth).find()) {
      complaints.add(Rule.ONLINE_YET_VISITS, "visits", depth, visits);
    }
  }

  private static void result(ServiceGuide guide, Complaints complaints) {
    String type = guide.handling().resultType();
    String result = guide.result();
    if (type != null
        && result != null
        && CERTIFICATE.matcher(result).matches()
        && !CERTIFICATE_TYPE.matcher(type).find()) {
      complaints.add(Rule.RESULT_TYPE, "resultType", result, type);
    }
  }

  /** A time limit that begins with a number. */
  private record Limit(int number, String unit) {
    static Optional<Limit> of(@Nullable String text) {
      Matcher m = LIMIT.matcher(text == null ? "" : text);
      return m.find() && m.group(1).length() < 6
          ? Optional.of(new Limit(Integer.parseInt(m.group(1)), m.group(2)))
          : Optional.empty();
    }

    /** Many places call 即办件 what is done by the next working day. */
    boolean isMoreThanADay() {
      return !unit.equals("小时") && (number > 1 || unit.equals("月") || unit.equals("年"));
    }

    /** Only limits in one unit are compared: working days and days are not the same. */
    boolean isLongerThan(Limit other) {
      return unit.equals(other.unit) && number > other.number;
    }
  }
}
