package io.mizan.admin.erasures;

import java.util.List;

/** The latest wishes to erase a customer, the newest first. */
public record ErasureListView(List<ErasureView> wishes) {
    public ErasureListView {
        wishes = List.copyOf(wishes);
    }
}
