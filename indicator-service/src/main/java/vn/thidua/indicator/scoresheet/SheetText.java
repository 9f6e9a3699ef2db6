package vn.thidua.indicator.scoresheet;

import vn.thidua.indicator.canonical.Canonical;

/** A sheet as canonical text: what is stored, hashed when frozen, and read again whenever a past result is computed anew. */
public final class SheetText {
    private SheetText() {}

    static String write(Sheet sheet) {
        return Canonical.text(SheetWriter.write(sheet));
    }

    public static Sheet read(String content) {
        return SheetReader.read(Canonical.read(content, SheetBody.Content.class));
    }
}
