CREATE TABLE stock_product (
    id          bigserial PRIMARY KEY,
    sku         text NOT NULL UNIQUE,
    name        text NOT NULL,
    price       numeric(10, 2) NOT NULL CHECK (price > 0),
    -- Sold in whole packs only: a duo cannot be sold as a single piece.
    pack_size   integer NOT NULL DEFAULT 1 CHECK (pack_size > 0),
    -- How often customers ask for it, relative to the others.
    popularity  integer NOT NULL CHECK (popularity > 0)
);

CREATE TABLE stock_location (
    id    bigserial PRIMARY KEY,
    code  text NOT NULL UNIQUE,
    name  text NOT NULL
);

CREATE TABLE stock_batch (
    id            bigserial PRIMARY KEY,
    product_id    bigint NOT NULL REFERENCES stock_product (id),
    batch_number  text NOT NULL UNIQUE,
    expiry_date   date NOT NULL,
    is_active     boolean NOT NULL DEFAULT true,
    received_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX stock_batch_active_expiry ON stock_batch (expiry_date) WHERE is_active;

CREATE TABLE stock_onhand (
    id                bigserial PRIMARY KEY,
    product_id        bigint NOT NULL REFERENCES stock_product (id),
    location_id       bigint NOT NULL REFERENCES stock_location (id),
    batch_id          bigint REFERENCES stock_batch (id),
    quantity_on_hand  integer NOT NULL,
    CONSTRAINT stock_onhand_not_negative CHECK (quantity_on_hand >= 0),
    CONSTRAINT stock_onhand_one_per_batch UNIQUE (product_id, location_id, batch_id)
);
-- First expired, first out only ever looks at what is still there (or what should not be: below nought).
CREATE INDEX stock_onhand_left ON stock_onhand (product_id, location_id) WHERE quantity_on_hand <> 0;

CREATE TABLE stock_move (
    id           bigserial PRIMARY KEY,
    move_type    text NOT NULL CHECK (move_type IN ('receipt', 'sale', 'refund', 'count')),
    product_id   bigint NOT NULL REFERENCES stock_product (id),
    location_id  bigint NOT NULL REFERENCES stock_location (id),
    batch_id     bigint REFERENCES stock_batch (id),
    -- Signed: out is negative.
    quantity     integer NOT NULL CHECK (quantity <> 0),
    sale_id      bigint,
    reference    text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX stock_move_sale ON stock_move (sale_id) WHERE sale_id IS NOT NULL;
