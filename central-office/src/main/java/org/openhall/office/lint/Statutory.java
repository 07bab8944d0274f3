package org.openhall.office.lint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.content.AnnualReport;
import org.openhall.content.AnnualReportBalance;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.ServiceGuide;

/** What a record must say by law, and how its readers reach somebody. */
final class Statutory {
  private Statutory() {}

  static void check(ContentRecord record, Complaints complaints) {
    switch (record) {
      case DisclosureEntry entry -> entry(entry, complaints);
      case ServiceGuide guide -> guide(guide, complaints);
      case DisclosureGuide guide -> disclosureGuide(guide, complaints);
      case Department department -> department(department, complaints);
      case AnnualReport report ->
          AnnualReportBalance.check(report)
              .forEach(w ->
                  complaints.add(
                      Rule.REPORT_BALANCE, "", w.row(), w.column(), w.found(), w.expected()));
      default -> {}
    }
  }

  /** 政府信息公开条例 第12条: 索引、名称、内容概述、生成日期. */
  private static void entry(DisclosureEntry entry, Complaints complaints) {
    new Missing()
        .unless(entry.indexNumber(), "indexNumber")
        .unless(entry.summary(), "summary")
        .unless(entry.writtenOn(), "writtenOn")
        .report(Rule.ENTRY_FIELDS, complaints);
    String access = entry.particulars().access();
    if (access != null && access.contains("不予公开")) {
      complaints.add(Rule.NOT_DISCLOSED, "access", access);
    } else if (access != null && access.contains("依申请")) {
      complaints.add(Rule.ON_APPLICATION, "access", access);
    }
  }

  /** 行政许可法 第30条: 依据、条件、程序、期限、材料; 国令716 第6条; 优化营商环境条例 第37条: a window too. */
  private static void guide(ServiceGuide guide, Complaints complaints) {
    new Missing()
        .unless(guide.conditions(), "conditions")
        .unless(guide.materials(), "materials")
        .unless(guide.steps(), "steps")
        .unless(guide.bases(), "bases")
        .unless(either(guide.promisedLimit(), guide.statutoryLimit()), "promisedLimit")
        .unless(guide.windows(), "windows")
        .report(Rule.GUIDE_FIELDS, complaints);
    boolean hasPhone = orNone(guide.windows()).stream().anyMatch(window -> says(window.phone()));
    if (!hasPhone && !says(guide.consultation())) {
      complaints.add(Rule.GUIDE_CONTACT, "consultation");
    }
  }

  /** 政府信息公开条例 第12条: 名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式. */
  private static void disclosureGuide(DisclosureGuide guide, Complaints complaints) {
    DisclosureGuide.Contact contact = guide.contact();
    new Missing()
        .unless(contact.agency(), "agency")
        .unless(contact.address(), "address")
        .unless(contact.hours(), "hours")
        .unless(contact.phone(), "phone")
        .unless(contact.fax(), "fax")
        .unless(either(contact.web(), contact.email()), "web")
        .report(Rule.DISCLOSURE_GUIDE_FIELDS, complaints);
  }

  /** 政府信息公开条例 第20条（二）. */
  private static void department(Department department, Complaints complaints) {
    new Missing()
        .unless(department.address(), "address")
        .unless(department.phone(), "phone")
        .report(Rule.DEPARTMENT_CONTACT, complaints);
  }

  private static @Nullable String either(@Nullable String one, @Nullable String other) {
    return says(one) ? one : other;
  }

  static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /** Whether a text says something: not null, not blank, no dash. */
  static boolean says(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case String text -> !text.isBlank() && !Wording.isPlaceholder(text);
      default -> true;
    };
  }

  /** Collects what is missing, so that a record is named once and not for each field. */
  private static final class Missing {
    private final List<String> names = new ArrayList<>();

    Missing unless(@Nullable Object value, String name) {
      if (!says(value)) {
        names.add(name);
      }
      return this;
    }

    void report(Rule rule, Complaints complaints) {
      if (!names.isEmpty()) {
        complaints.add(rule, String.join(" ", names), String.join(", ", names));
      }
    }
  }
}
