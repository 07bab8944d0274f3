package org.openhall.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rights, duties and where to contest a decision; part of a {@link ServiceGuide}.
 *
 * @param rights 依法享有的权利
 * @param duties 依法履行的义务
 * @param reconsideration 行政复议
 * @param litigation 行政诉讼
 */
@JsonForm(JsonForm.Kind.INLINE)
public record Remedies(
    @Nullable List<String> rights,
    @Nullable List<String> duties,
    @Nullable Agency reconsideration,
    @Nullable Agency litigation) {
  /** The source says nothing of it. */
  public static final Remedies UNSTATED = new Remedies(null, null, null, null);

  public Remedies {
    rights = Lists.copyOrNull(rights);
    duties = Lists.copyOrNull(duties);
  }
}
