"""The stock tables. The shop's migrations own them: nothing here creates or alters a table."""
from django.db import models


class StockProduct(models.Model):
    sku = models.TextField(unique=True)
    name = models.TextField()
    price = models.DecimalField(max_digits=10, decimal_places=2)
    pack_size = models.IntegerField(default=1)
    popularity = models.IntegerField()

    class Meta:
        managed = False
        db_table = "stock_product"

    def __str__(self):
        return self.name


class StockLocation(models.Model):
    code = models.TextField(unique=True)
    name = models.TextField()

    class Meta:
        managed = False
        db_table = "stock_location"

    def __str__(self):
        return self.code


class StockBatch(models.Model):
    product = models.ForeignKey(StockProduct, models.PROTECT)
    batch_number = models.TextField(unique=True)
    expiry_date = models.DateField()
    is_active = models.BooleanField(default=True)
    received_at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = "stock_batch"

    def __str__(self):
        return self.batch_number


class StockOnHand(models.Model):
    product = models.ForeignKey(StockProduct, models.PROTECT)
    location = models.ForeignKey(StockLocation, models.PROTECT)
    batch = models.ForeignKey(StockBatch, models.PROTECT, null=True)
    quantity_on_hand = models.IntegerField()

    class Meta:
        managed = False
        db_table = "stock_onhand"


class StockMove(models.Model):
    move_type = models.TextField()
    product = models.ForeignKey(StockProduct, models.PROTECT)
    location = models.ForeignKey(StockLocation, models.PROTECT)
    batch = models.ForeignKey(StockBatch, models.PROTECT, null=True)
    quantity = models.IntegerField()
    sale_id = models.BigIntegerField(null=True)
    reference = models.TextField()
    created_at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = "stock_move"
