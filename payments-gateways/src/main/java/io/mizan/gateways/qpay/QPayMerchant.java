package io.mizan.gateways.qpay;

/**
 * Who we are at QPay.
 *
 * @param bankId the acquiring bank, as it named itself to QPay
 * @param merchantId as that bank knows the merchant
 */
record QPayMerchant(String bankId, String merchantId) {}
