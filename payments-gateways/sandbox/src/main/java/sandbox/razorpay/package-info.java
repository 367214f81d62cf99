/**
 * Razorpay, simulated: its orders API, the hosted checkout to which a browser posts a form, signed ways back, and webhooks.
 * Imports nothing of Mizan.
 */
package sandbox.razorpay;
