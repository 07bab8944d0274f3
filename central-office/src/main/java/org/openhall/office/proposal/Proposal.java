package org.openhall.office.proposal;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change of records that waits for somebody else's word (送审稿).
 *
 * @param id its number, 1 and up
 * @param origin how it came
 * @param author id of who proposes it
 * @param title what it is about, in the author's words
 * @param state where it stands
 * @param openedAt when it was begun
 * @param savedAt when it was changed last
 * @param submittedAt when it was handed in last, or null
 * @param undoes number of the proposal that it takes back, or null
 */
public record Proposal(
    long id,
    Origin origin,
    String author,
    String title,
    State state,
    Instant openedAt,
    Instant savedAt,
    @Nullable Instant submittedAt,
    @Nullable Long undoes) {

  /** How a proposal came. */
  public enum Origin {
    /** 编辑: in a form. */
    EDIT,
    /** 上传: from a file. */
    UPLOAD,
    /** 接口: by another system. */
    API,
    /** 导入: what a source has anew for a record that was edited here. */
    IMPORT;

    /** Its name in the database and in message keys. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where a proposal stands. */
  public enum State {
    /** 起草: its author works at it. */
    OPEN,
    /** 待审: it waits for a reviewer. */
    SUBMITTED,
    /** 通过: it is in the catalogue. */
    APPROVED,
    /** 退回: its author is to mend it. */
    RETURNED,
    /** 作废: its author gave it up. */
    DISCARDED,
    /** 已撤销: it was in the catalogue, and another proposal took it back. */
    UNDONE;

    /** Its name in the database and in message keys. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its author may change it. */
    public boolean isEditable() {
      return this == OPEN || this == RETURNED;
    }
  }
}
