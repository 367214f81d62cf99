package io.mizan.admin.access;

import java.util.List;

/** Codes that stand in for a lost authenticator app, shown this once. */
public record RecoveryCodesView(List<String> codes) {
    public RecoveryCodesView {
        codes = List.copyOf(codes);
    }
}
