package org.openhall.office.proposal;

import java.util.Locale;

/**
 * What was found when it was asked whether the information may be public at all (保密审查, 政府信息公开条例
 * 第十七条: no information is disclosed without it). Who looked, and when, is in the {@link Decision}.
 *
 * @param conclusion what was found
 * @param basis by which law, e.g. 条例第十四条; not empty
 * @param note what was left out, whom to ask, conditions; may be empty
 */
public record SecrecyReview(Conclusion conclusion, String basis, String note) {

  /** What a review can find. */
  public enum Conclusion {
    /** 公开. */
    DISCLOSE(true),
    /** 部分公开: what may not be public has been taken out (第三十七条), and the note says so. */
    PARTLY(true),
    /** 依申请公开: on application only. */
    ON_APPLICATION(false),
    /** 不予公开: 第十四条 to 第十六条. */
    WITHHOLD(false),
    /** 报有关主管部门或者保密行政管理部门确定: the office itself cannot tell (第十七条 第三款). */
    REFERRED(false);

    private final boolean isPublic;

    Conclusion(boolean isPublic) {
      this.isPublic = isPublic;
    }

    /** Whether terminals may show what was looked at. */
    public boolean isPublic() {
      return isPublic;
    }

    /** Its name in the database and in message keys. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A basis that is not said is none. */
  public SecrecyReview {
    if (basis.isBlank()) {
      throw new IllegalArgumentException("a secrecy review names its basis");
    }
  }
}
