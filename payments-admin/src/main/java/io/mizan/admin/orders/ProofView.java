package io.mizan.admin.orders;

import io.mizan.admin.render.Badge;
import java.util.List;

/**
 * Whether what is stored of an order is what its facts amount to.
 *
 * @param differences each in one sentence; empty if it is proven
 */
public record ProofView(String order, String reference, Badge result, String sentence, List<String> differences) {
    public ProofView {
        differences = List.copyOf(differences);
    }
}
