package org.openhall.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annual report on government information work (政府信息公开工作年度报告) in the form of 国办公开办函〔2021〕30号. It
 * holds numbers; the printed tables are made from them by {@link AnnualReportTables}, and {@link
 * AnnualReportBalance} checks them.
 *
 * @param header identity and origin
 * @param title its title
 * @param year the year reported on
 * @param publisher 发布机构
 * @param publishedOn 发布日期
 * @param overview 一、总体情况
 * @param proactive 二、主动公开政府信息情况
 * @param requests 三、收到和处理政府信息公开申请情况, the rows of the form in its order
 * @param disputes 四、政府信息公开行政复议、行政诉讼情况
 * @param problems 五、存在的主要问题及改进情况
 * @param others 六、其他需要报告的事项
 * @param attachments 附件
 * @param unknown fields of later versions
 */
public record AnnualReport(
    RecordHeader header,
    String title,
    int year,
    @Nullable String publisher,
    @Nullable LocalDate publishedOn,
    List<Block> overview,
    Proactive proactive,
    List<RequestRow> requests,
    Disputes disputes,
    List<Block> problems,
    List<Block> others,
    List<Attachment> attachments,
    UnknownFields unknown)
    implements ContentRecord {

  /**
   * 表二, by the items of 条例 第二十条.
   *
   * @param regulations 第(一)项 规章
   * @param normativeDocuments 第(一)项 行政规范性文件
   * @param permits 第(五)项 行政许可 本年处理决定数量
   * @param penalties 第(六)项 行政处罚 本年处理决定数量
   * @param coercions 第(六)项 行政强制 本年处理决定数量
   * @param fees 第(八)项 行政事业性收费 本年收费金额, 万元, as text
   */
  public record Proactive(
      Documents regulations,
      Documents normativeDocuments,
      long permits,
      long penalties,
      long coercions,
      String fees) {}

  /** 本年制发件数, 本年废止件数, 现行有效件数. */
  public record Documents(long made, long abolished, long inForce) {}

  /** One row of 表三. */
  public record RequestRow(Row row, Applicants counts) {}

  /** Numbers by kind of applicant, in the columns of 表三: 自然人, 法人或其他组织 (five), 总计. */
  @JsonForm(JsonForm.Kind.ARRAY)
  public record Applicants(
      long persons,
      long businesses,
      long research,
      long publicWelfare,
      long legalServices,
      long others,
      long total) {}

  /** 表四. */
  public record Disputes(
      Outcomes reconsideration,
      Outcomes directLitigation,
      Outcomes litigationAfterReconsideration) {}

  /** Numbers in the columns of 表四: 结果维持, 结果纠正, 其他结果, 尚未审结, 总计. */
  @JsonForm(JsonForm.Kind.ARRAY)
  public record Outcomes(long upheld, long corrected, long other, long pending, long total) {}

  /** The rows of 表三 in the form's order. */
  public enum Row {
    RECEIVED_THIS_YEAR("一、本年新收政府信息公开申请数量"),
    CARRIED_OVER("二、上年结转政府信息公开申请数量"),
    DISCLOSED("（一）予以公开"),
    PARTLY_DISCLOSED("（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    STATE_SECRET("1.属于国家秘密"),
    FORBIDDEN_BY_LAW("2.其他法律行政法规禁止公开"),
    ENDANGERS_SECURITY("3.危及“三安全一稳定”"),
    THIRD_PARTY_RIGHTS("4.保护第三方合法权益"),
    INTERNAL_AFFAIRS("5.属于三类内部事务信息"),
    PROCESS_INFORMATION("6.属于四类过程性信息"),
    ENFORCEMENT_FILES("7.属于行政执法案卷"),
    ADMINISTRATIVE_QUERIES("8.属于行政查询事项"),
    NOT_HELD("1.本机关不掌握相关政府信息"),
    TO_BE_MADE("2.没有现成信息需要另行制作"),
    STILL_UNCLEAR("3.补正后申请内容仍不明确"),
    PETITION("1.信访举报投诉类申请"),
    REPEATED("2.重复申请"),
    PUBLICATIONS("3.要求提供公开出版物"),
    EXCESSIVE("4.无正当理由大量反复申请"),
    CONFIRMATION("5.要求行政机关确认或重新出具已获取信息"),
    NOT_CORRECTED_IN_TIME("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    NOT_PAID_IN_TIME("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    OTHER("3.其他"),
    HANDLED_TOTAL("（七）总计"),
    CARRIED_FORWARD("四、结转下年度继续办理");

    private final String label;

    Row(String label) {
      this.label = label;
    }

    /** The words of the form. */
    public String label() {
      return label;
    }
  }

  public AnnualReport {
    overview = List.copyOf(overview);
    requests = List.copyOf(requests);
    problems = List.copyOf(problems);
    others = List.copyOf(others);
    attachments = List.copyOf(attachments);
  }
}
