package vn.thidua.indicator.catalogue;

/** How exactly a number is stated: khoảng, gần, trên, từ … trở lên. It is computed with as it stands. */
public enum Qualifier {
    EXACT,
    ABOUT,
    NEARLY,
    ABOVE,
    AT_LEAST
}
