/** Orders, their payments and refunds, and what customers, banks and time do to them. */
package sandbox.razorpay.order;
