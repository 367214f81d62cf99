package io.mizan.admin.erasures;

/**
 * The question before a customer is erased.
 *
 * @param order the order on which it is asked
 * @param others how many other orders gave the same address and lose their customer too
 */
public record ErasureFormView(String order, String reference, String others) {}
