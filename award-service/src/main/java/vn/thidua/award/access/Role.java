package vn.thidua.award.access;

/** The offices that act in this service; mandates name them. */
public enum Role {
    /** cán bộ thi đua, khen thưởng of a unit. */
    UNIT_OFFICER,
    /** lãnh đạo đơn vị. */
    UNIT_LEADER,
    CLUSTER_SECRETARY,
    VERIFIER,
    /** cán bộ cơ quan thường trực, the council's secretary. */
    STANDING_OFFICER,
    STANDING_LEADER,
    COUNCIL_MEMBER,
    COUNCIL_CHAIR,
    TELLER,
    /** người có thẩm quyền: signs decisions. */
    AWARDING_AUTHORITY,
    /** văn thư: numbers and seals. */
    CLERK,
    ACCOUNTANT,
    ADMINISTRATOR,
    AUDITOR,
    AGENCY
}
