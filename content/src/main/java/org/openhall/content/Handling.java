package org.openhall.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which ways a matter is handled, and what comes of it; part of a {@link ServiceGuide}.
 *
 * @param projectType 办件类型: 即办件, 承诺件
 * @param handlingForms 办理形式: 窗口办理, 网上办理, 快递申请, 自助终端
 * @param visits 到办事现场次数
 * @param visitReason 必须现场办理原因
 * @param handlingArea 通办范围
 * @param quantityLimit 数量限制
 * @param specialProcedure 特别程序
 * @param online 网上办理
 * @param appointment 是否支持预约
 * @param courier 是否支持物流快递
 * @param selfService 是否支持自助终端办理
 * @param statutoryLimitNote 法定办结时限说明
 * @param promisedLimitNote 承诺办结时限说明
 * @param resultType 结果类型: 证照, 批文, 证明, 其他
 * @param resultSample 结果样本
 * @param intermediaryServices 中介服务
 */
@JsonForm(JsonForm.Kind.INLINE)
public record Handling(
    @Nullable String projectType,
    @Nullable List<String> handlingForms,
    @Nullable Integer visits,
    @Nullable String visitReason,
    @Nullable String handlingArea,
    @Nullable String quantityLimit,
    @Nullable String specialProcedure,
    @Nullable Online online,
    @Nullable Boolean appointment,
    @Nullable Boolean courier,
    @Nullable Boolean selfService,
    @Nullable String statutoryLimitNote,
    @Nullable String promisedLimitNote,
    @Nullable String resultType,
    @Nullable Attachment resultSample,
    @Nullable List<String> intermediaryServices) {
  /** The source says nothing of it. */
  public static final Handling UNSTATED =
      new Handling(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null);

  /**
   * 网上办理.
   *
   * @param available 是否网办
   * @param depth 网上办理深度, e.g. Ⅲ级
   * @param url where
   * @param payment 是否支持网上支付
   */
  public record Online(
      boolean available, @Nullable String depth, @Nullable String url, boolean payment) {}

  public Handling {
    handlingForms = Lists.copyOrNull(handlingForms);
    intermediaryServices = Lists.copyOrNull(intermediaryServices);
  }
}
