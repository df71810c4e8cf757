CREATE TABLE sales_customer (
    id         bigserial PRIMARY KEY,
    full_name  text NOT NULL,
    email      text NOT NULL UNIQUE,
    phone      text NOT NULL
);

CREATE TABLE sales_sale (
    id           bigserial PRIMARY KEY,
    sale_number  text NOT NULL UNIQUE,
    customer_id  bigint NOT NULL REFERENCES sales_customer (id),
    location_id  bigint NOT NULL REFERENCES stock_location (id),
    status       text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'paid', 'cancelled')),
    total        numeric(12, 2) NOT NULL CHECK (total >= 0),
    created_at   timestamptz NOT NULL DEFAULT now(),
    paid_at      timestamptz
);

CREATE TABLE sales_saleline (
    id          bigserial PRIMARY KEY,
    sale_id     bigint NOT NULL REFERENCES sales_sale (id),
    product_id  bigint NOT NULL REFERENCES stock_product (id),
    quantity    integer NOT NULL CHECK (quantity > 0),
    unit_price  numeric(10, 2) NOT NULL,
    CONSTRAINT sales_saleline_one_per_product UNIQUE (sale_id, product_id)
);

CREATE TABLE sales_salerefund (
    id                bigserial PRIMARY KEY,
    original_sale_id  bigint NOT NULL REFERENCES sales_sale (id),
    refund_amount     numeric(12, 2) NOT NULL CHECK (refund_amount > 0),
    idempotency_key   text NOT NULL UNIQUE,
    created_at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sales_salerefund_sale ON sales_salerefund (original_sale_id);

CREATE TABLE website_lead (
    id          bigserial PRIMARY KEY,
    full_name   text NOT NULL,
    email       text NOT NULL,
    phone       text NOT NULL,
    message     text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
