package vn.thidua.cluster.access;

/** What a mandate entrusts; the field's own offices. */
public enum Role {
    /** cán bộ thi đua, khen thưởng: enters for the own unit. */
    UNIT_OFFICER,
    /** lãnh đạo đơn vị: submits and signs. */
    UNIT_LEADER,
    /** thư ký cụm. */
    CLUSTER_SECRETARY,
    /** sở, ngành thẩm định; tổ chấm chéo. */
    VERIFIER,
    /** cán bộ cơ quan thường trực: runs the work of the jurisdiction. */
    STANDING_OFFICER,
    /** lãnh đạo cơ quan thường trực: decides procedure. */
    STANDING_LEADER,
    COUNCIL_MEMBER,
    COUNCIL_CHAIR,
    /** ban kiểm phiếu. */
    TELLER,
    /** người có thẩm quyền: signs decisions. */
    AWARDING_AUTHORITY,
    /** văn thư: numbers and seals. */
    CLERK,
    ACCOUNTANT,
    /** quản trị: set-up, no votes, no scores. */
    ADMINISTRATOR,
    /** thanh tra: reads everything, changes nothing. */
    AUDITOR,
    /** hệ thống của cơ quan khác: its token's scopes say what, this says for whose units. */
    AGENCY;

    static Role[] all() {
        return values();
    }
}
